import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { sampleSubmission } from "../../test/decide-samples.ts";
import { activeSession } from "../sessions/active-session.ts";
import type { KnownSession, SessionFacts } from "../sessions/known-session.ts";
import { assessSuspicion } from "./assess-suspicion.ts";
import { hasTag, sessionSignals, vpnTier } from "./session-signals.ts";

const hourMs = 3_600_000;
const now = 1_000 * hourMs;
const visitor_id = "9b2f6c1e-visitor";
const form = { tracker_seen_at: now - hourMs };

let ids = 0;
/** One of the visitor's sessions, so many hours ago. */
const earlier = (hours: number, given: Partial<KnownSession> = {}): KnownSession => ({
  session_id: `session-${(ids += 1)}`,
  network: "203.0.113.7",
  started_at: now - hours * hourMs,
  last_seen_at: now - hours * hourMs,
  duration_ms: 60_000,
  scroll_percent: 50,
  clicks: 3,
  page_views: 1,
  events: 5,
  returns: 0,
  asn: 64_500,
  bot_score: null,
  submissions: 0,
  submitted_at: null,
  ...given,
});

interface Post {
  byBrowser?: boolean;
  isNamed?: boolean;
  totals?: string;
  asn?: number | null;
  ip?: string;
}

function signalsOf(
  { byBrowser = true, isNamed = true, totals, asn = 64_500, ip = "203.0.113.7" }: Post,
  facts: Partial<SessionFacts> = {},
  { before = 0, seen = form }: { before?: number; seen?: { tracker_seen_at: number | null } } = {},
) {
  const named = isNamed ? { visitor_id, session_id: "session-now" } : {};
  const posted = sampleSubmission({
    receivedAt: now,
    email: "a@x.io",
    ip,
    ...named,
    ...(totals !== undefined && { session_totals: totals }),
  });
  const submission = { ...posted, by_browser: byBrowser, context: { ...posted.context, asn } };
  const known = { ofVisitor: [], atNetwork: null, ...facts };
  const session = activeSession(submission, known.ofVisitor);
  return sessionSignals(submission, { form: seen, session, facts: known, before });
}

/** What that alone would be suspected for. */
const reasons = (...given: Parameters<typeof signalsOf>) =>
  assessSuspicion({
    isBot: false,
    timeToSubmitSeconds: null,
    phoneInvalid: false,
    overRate: false,
    sessions: signalsOf(...given),
  }).reasons;

const busy = "d60000 s50 c3 p2 e9 r0";
const idle = "d900 s0 c0 p1 e1 r0";
const at = (sessions: number, submissions = 0) => ({ atNetwork: { sessions, submissions } });
const submitted = (hours: number, submissions = 1) =>
  earlier(hours, { submissions, submitted_at: now - hours * hourMs });
const networks = (count: number) =>
  Array.from({ length: count }, (_, index) => earlier(1, { network: `198.51.100.${index}` }));

describe("what sessions say of a submission", () => {
  it.each<[string, Parameters<typeof signalsOf>, string[]]>([
    ["somebody who looked around is not suspicious", [{ totals: busy }], []],
    ["whoever is no browser and has no session is", [{ isNamed: false, byBrowser: false }], ["no_session"]],
    ["a browser without a session has a blocker, and is not", [{ isNamed: false }], []],
    ["a machine at an address with sessions is not", [{ isNamed: false, byBrowser: false }, at(1)], []],
    ["a machine at an address without is", [{ isNamed: false, byBrowser: false }, at(0)], ["no_session"]],
    ["a session that nothing was heard of is not: its beacons may be blocked", [{}], []],
    ["a session in which nothing happened is", [{ totals: idle }], ["zero_engagement"]],
    [
      "the second within a day is, a little",
      [{ totals: busy }, { ofVisitor: [submitted(23)] }],
      ["velocity_moderate"],
    ],
    ["the third is", [{ totals: busy }, { ofVisitor: [submitted(1), submitted(23)] }], ["velocity_high"]],
    ["one of the day before does not count", [{ totals: busy }, { ofVisitor: [submitted(24)] }], []],
    [
      "two before it in one session count as two",
      [{ totals: busy }, { ofVisitor: [submitted(2, 2)] }],
      ["velocity_high"],
    ],
    ["others of the same batch count", [{ totals: busy }, {}, { before: 1 }], ["velocity_moderate"]],
    ["others at its address count", [{ totals: busy }, at(3, 2)], ["velocity_high"]],
    ["a server's network alone is not", [{ totals: busy, asn: 16_509 }, { ofVisitor: [] }], []],
    [
      "a server's network that was another before is, a little",
      [{ totals: busy, asn: 16_509 }, { ofVisitor: [earlier(2)] }],
      ["vpn_moderate"],
    ],
    [
      "four addresses in a day are, a little",
      [{ totals: busy, asn: null }, { ofVisitor: networks(3) }],
      ["vpn_moderate"],
    ],
    ["three are not", [{ totals: busy, asn: null }, { ofVisitor: networks(2) }], []],
    [
      "another network than the last is, a little",
      [{ totals: busy, asn: 64_501 }, { ofVisitor: [earlier(2)] }],
      ["vpn_moderate"],
    ],
    [
      "a network that changed two days ago is not",
      [{ totals: busy, asn: 64_501 }, { ofVisitor: [earlier(48)] }],
      [],
    ],
    [
      "many addresses over three networks are, very",
      [{ totals: busy, asn: 64_502 }, { ofVisitor: [...networks(3), earlier(1, { asn: 64_501 })] }],
      ["vpn_high"],
    ],
    [
      "nothing is said where the form never had the tag",
      [{ isNamed: false, byBrowser: false }, {}, { seen: { tracker_seen_at: null } }],
      [],
    ],
    [
      "nor where it is gone for more than a week",
      [{ isNamed: false, byBrowser: false }, {}, { seen: { tracker_seen_at: now - 169 * hourMs } }],
      [],
    ],
  ])("%s", (_, given, expected) => expect(reasons(...given)).toEqual(expected));

  it.each([
    ["eleven sessions in a day", { ofVisitor: Array.from({ length: 11 }, () => earlier(1)) }, 12.5],
    ["ten", { ofVisitor: Array.from({ length: 10 }, () => earlier(1)) }, 0],
    [
      "a score of 30 as Cloudflare tells bots",
      { ofVisitor: [earlier(0, { session_id: "session-now", bot_score: 30 })] },
      12.5,
    ],
    ["one of 31", { ofVisitor: [earlier(0, { session_id: "session-now", bot_score: 31 })] }, 0],
  ])("%s are %#", (_, facts, score) => {
    expect(signalsOf({ totals: busy }, facts)?.vpnScore).toBe(score);
  });

  it("the score of a disguise is all of its signals at 100, and never more", () => {
    const all = [
      ...networks(3),
      ...Array.from({ length: 8 }, () => earlier(1, { asn: 64_501 })),
      earlier(0, { session_id: "session-now", bot_score: 1 }),
    ];
    expect(signalsOf({ totals: busy, asn: 16_509 }, { ofVisitor: all })?.vpnScore).toBe(100);
    const any = fc.array(
      fc.record({ hours: fc.nat({ max: 30 }), asn: fc.option(fc.nat({ max: 3 })), last: fc.nat({ max: 9 }) }),
      { maxLength: 30 },
    );
    fc.assert(
      fc.property(any, (sessions) => {
        const ofVisitor = sessions.map(({ hours, asn, last }) =>
          earlier(hours, { asn, network: `10.0.0.${last}` }),
        );
        const score = signalsOf({ totals: busy }, { ofVisitor })?.vpnScore ?? -1;
        expect(score >= 0 && score <= 100).toBe(true);
      }),
    );
  });

  it.each([
    [50.1, "high"],
    [50, "moderate"],
    [20.1, "moderate"],
    [20, null],
    [0, null],
  ])("a score of %d is %s", (score, tier) => expect(vpnTier(score)).toBe(tier));

  it.each([
    [null, false],
    [now, true],
    [now - 168 * hourMs, true],
    [now - 168 * hourMs - 1, false],
    [now + hourMs, true],
  ])("a tag heard of at %s is at work: %s", (tracker_seen_at, is) =>
    expect(hasTag({ tracker_seen_at }, now)).toBe(is),
  );
});
