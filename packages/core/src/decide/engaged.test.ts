import { describe, expect, it } from "vitest";
import {
  sampleFacts,
  sampleForm,
  samplePolicy,
  sampleSubmission,
  type Posted,
} from "../../test/decide-samples.ts";
import { traceIn } from "../../test/stored-texts.ts";
import { readPayload } from "../payload/read-payload.ts";
import type { KnownSession } from "../sessions/known-session.ts";
import { decideBatch } from "./decide-batch.ts";

const context = { policy: samplePolicy, nowMs: 5000, newId: () => "lead" };
const visitor_id = "9b2f6c1e-visitor";
const minuteMs = 60_000;

const stored = (given: Partial<KnownSession> = {}): KnownSession => ({
  session_id: "mc9x-session",
  network: "203.0.113.7",
  started_at: 0,
  last_seen_at: minuteMs,
  duration_ms: minuteMs,
  scroll_percent: 50,
  clicks: 3,
  page_views: 2,
  events: 9,
  returns: 0,
  asn: 1,
  bot_score: null,
  submissions: 0,
  submitted_at: null,
  ...given,
});

const tagged = { forms: new Map([["form", { ...sampleForm, tracker_seen_at: 0 }]]) };

/** What comes of one post, where these sessions of its browser are stored. */
function decide(post: Posted, ofVisitor: KnownSession[]) {
  const submission = sampleSubmission({ id: "s", email: "a@x.io", receivedAt: minuteMs, ...post });
  const plan = decideBatch(
    [submission],
    sampleFacts({ ...tagged, sessions: new Map([["s", { ofVisitor, atNetwork: null }]]) }),
    context,
  );
  const [event] = plan.events;
  const [row] = plan.submissions;
  if (event === undefined || row === undefined) throw new Error("Nothing was decided");
  return { plan, payload: readPayload(event), trace: traceIn(row) };
}

const told = ({ payload }: ReturnType<typeof decide>) => [
  payload.engagement_score,
  payload.engagement_label,
  payload.session_duration_seconds,
  payload.pages_visited,
  payload.return_visits,
];
const nothing = [0, null, 0, 0, 0];

describe("how engaged a lead was is told", () => {
  it.each<[string, Posted, KnownSession[], unknown[]]>([
    [
      "of the session it names",
      { visitor_id, session_id: "mc9x-session" },
      [stored()],
      [24, "Warm", 60, 2, 0],
    ],
    [
      "of what its form tells, before a beacon is heard",
      { visitor_id, session_id: "mc9x-session", session_totals: "d60000 s50 c3 p2 e9 r0" },
      [],
      [24, "Warm", 60, 2, 0],
    ],
    [
      "of the greater of both",
      { visitor_id, session_id: "mc9x-session", session_totals: "d180000 s80 c2 p5 e9 r1" },
      [stored({ clicks: 10 })],
      [57, "Hot", 180, 5, 1],
    ],
    [
      "of the browser's latest session, where it names none",
      { visitor_id },
      [stored()],
      [24, "Warm", 60, 2, 0],
    ],
    ["of none that is over", { visitor_id, receivedAt: 32 * minuteMs }, [stored()], nothing],
    [
      "of no other session than the one it names",
      { visitor_id, session_id: "mc9y-other" },
      [stored()],
      nothing,
    ],
    ["of none where the form has no tag", {}, [stored()], nothing],
    [
      "of none where the id is a word that many pages send",
      { visitor_id: "undefined", session_totals: "d1 s1 c1 p1 e1 r1" },
      [],
      nothing,
    ],
    [
      "of a bounce as cold, not as unknown",
      { visitor_id, session_id: "mc9x-session", session_totals: "d5000 s0 c0 p1 e1 r0" },
      [],
      [0, "Cold", 5, 1, 0],
    ],
  ])("%s", (_, post, sessions, expected) => expect(told(decide(post, sessions))).toEqual(expected));

  it("on the lead, in the trace and with the session", () => {
    const { plan, trace } = decide({ visitor_id, session_id: "mc9x-session" }, [stored()]);
    expect(plan.newLeads[0]).toMatchObject({ engagement_score: 24, session_id: "mc9x-session" });
    expect(trace.engagement).toEqual({ score: 24, label: "Warm", session_id: "mc9x-session" });
    expect(plan.sessions).toMatchObject([
      { visitor_id, session_id: "mc9x-session", lead_id: 1, submissions: 1, told_score: 24, clicks: 3 },
    ]);
  });

  it("by nothing of a form without the tag: no session is written and the lead's columns stay empty", () => {
    const { plan, trace } = decide({}, []);
    expect(plan.sessions).toEqual([]);
    expect([plan.newLeads[0]?.engagement_score, trace.engagement]).toEqual([undefined, undefined]);
  });

  it("later, of a lead that overtook its session's first beacon", () => {
    const { plan } = decide({ visitor_id, session_id: "mc9x-session" }, []);
    expect(plan.newLeads[0]).toMatchObject({ engagement_score: null, session_id: "mc9x-session" });
    expect(plan.sessions).toMatchObject([{ lead_id: 1, told_score: null, events: 0 }]);
  });

  it("two posts of one session in a batch are one row of it", () => {
    const posts = ["s1", "s2"].map((id, index) =>
      sampleSubmission({ id, email: "a@x.io", receivedAt: index, visitor_id, session_id: "mc9x-session" }),
    );
    const { sessions } = decideBatch(posts, sampleFacts(tagged), context);
    expect(sessions).toMatchObject([{ submissions: 2, submitted_at: 1 }]);
  });

  it("by nothing of another script's session, where the form has no tag", () => {
    const submission = sampleSubmission({ id: "s", email: "a@x.io", visitor_id, session_id: "mc9x-session" });
    expect(decideBatch([submission], sampleFacts(), context).sessions).toEqual([]);
  });
});
