import type { DirectConfig } from "@leadrelay/contracts/direct-config";
import type { EventType } from "@leadrelay/contracts/event-type";
import type { SentPerson } from "@leadrelay/contracts/sent-person";
import { describe, expect, it } from "vitest";
import { sampleLead, sampleSubmission } from "../../test/decide-samples.ts";
import type { Facts } from "../decide/facts.ts";
import { identityKey } from "../identity/identity.ts";
import { judgeApart } from "./judge-apart.ts";
import { judgeDirect } from "./judge-direct.ts";
import { sendsOfPerson, type Remembered } from "./sent-persons.ts";

const hour = 3_600_000;
const nowMs = 100 * hour;
const policy = {
  environment: "production",
  duplicateWindowMinutes: 30,
  reengageHours: 24,
  identityGuard: true,
} as const;
const destination = (id: string, event_types?: EventType[]): DirectConfig["destinations"][number] => ({
  id,
  kind: "make",
  settings: {},
  takes_test: false,
  environments: ["production"],
  timeout_ms: null,
  ...(event_types === undefined ? {} : { event_types }),
});
const config = (...destinations: DirectConfig["destinations"]): DirectConfig => ({
  v: 1,
  client_id: "client",
  test_strings: [],
  blocked: [],
  allowed: [],
  destinations,
});
const facts = (
  given: {
    config?: DirectConfig;
    holders?: ReadonlyMap<string, SentPerson>;
    stored?: Pick<Facts, "identities" | "leads">;
  } = {},
) => ({ config: config(destination("make")), policy, nowMs, holders: new Map(), stored: null, ...given });
const anna = (id: string, receivedAt = nowMs) =>
  sampleSubmission({ id, receivedAt, email: "anna@example.com", phone: "+919876543210" });
const keyOf = (kind: "email" | "phone", value: string) =>
  identityKey({ client_id: "client", is_test: false, kind, value, project_key: "" });
const holdersOf = (remembered: readonly Remembered[]) =>
  new Map(
    remembered.flatMap(({ identities, person }) => identities.map((one) => [identityKey(one), person])),
  );
/** A lead that D1 has of her, with this many submissions, the last so many hours ago. */
const stored = (submission_count: number, hoursAgo: number, given: object = {}) => ({
  identities: new Map([
    [keyOf("email", "anna@example.com"), 7],
    ...("contact_phone" in given ? [] : [[keyOf("phone", "+919876543210"), 7] as const]),
  ]),
  leads: new Map([
    [
      7,
      {
        ...sampleLead,
        contact_email: "anna@example.com",
        contact_phone: "+91-9876543210",
        submission_count,
        last_submitted_at: nowMs - hoursAgo * hour,
        ...given,
      },
    ],
  ]),
});

describe("while D1 is away", () => {
  it.each<[string, EventType[][], Parameters<typeof facts>[0], object, sent: boolean]>([
    [
      "a new lead is told where new leads are taken",
      [["lead.created"]],
      {},
      { kind: "send", event: "lead.created", submissionNumber: 1 },
      true,
    ],
    [
      "one whom nobody takes is new all the same, and nobody is remembered",
      [["lead.reengaged"], ["lead.updated"]],
      {},
      { kind: "send", event: "lead.created", submissionNumber: 1 },
      false,
    ],
    [
      "who returns is told as the how-manieth they are",
      [["lead.created", "lead.reengaged"]],
      { stored: stored(3, 48) },
      { kind: "send", event: "lead.reengaged", submissionNumber: 4 },
      true,
    ],
    [
      "who repeats themselves waits",
      [["lead.created", "lead.reengaged"]],
      { stored: stored(3, 0.1) },
      { kind: "repeat", of: null },
      false,
    ],
    [
      "a correction waits also where corrections are taken",
      [["lead.created", "lead.updated"]],
      { stored: stored(1, 0.1, { contact_phone: null }) },
      { kind: "repeat", of: null },
      false,
    ],
  ])("%s", (_what, takes, given, verdict, sent) => {
    const destinations = takes.map((events, index) => destination(`d${index}`, events));
    const judged = judgeDirect([anna("s1")], facts({ config: config(...destinations), ...given }));
    expect([...judged.verdicts]).toEqual([["s1", verdict]]);
    expect(judged.remembered.map(({ person }) => person.last_sent_as)).toEqual(sent ? ["s1"] : []);
  });

  it("one that was remembered, and not sent before its invocation ended, is sent as it was to be", () => {
    const first = judgeDirect([anna("s1")], facts({ stored: stored(3, 48) }));
    const again = judgeDirect([anna("s1")], facts({ holders: holdersOf(first.remembered) }));
    expect(again.verdicts.get("s1")).toEqual({
      kind: "send",
      event: "lead.reengaged",
      submissionNumber: 4,
    });
  });

  it("a memory of before it kept what each send told is read as new, and as returned", () => {
    const [remembered] = judgeDirect([anna("s1")], facts()).remembered;
    const { sent: _, ...old } = { ...(remembered as Remembered).person, submission_count: 2 };
    expect(sendsOfPerson(old)).toEqual([{ submission_id: "s1", event: "lead.created", number: 1 }]);
    expect(sendsOfPerson({ ...old, last_sent_as: "s2" })).toEqual([
      { submission_id: "s1", event: "lead.created", number: 1 },
      { submission_id: "s2", event: "lead.reengaged", number: 2 },
    ]);
  });
});

describe("one that cannot be judged", () => {
  const broken = stored(1, 48, { first_attribution_json: "{" });
  const bob = (id: string, more: object = {}) =>
    sampleSubmission({ id, receivedAt: nowMs, email: "bob@example.com", ...more });

  it("keeps no other from it, and its failure is told", () => {
    const judged = judgeApart([anna("bad"), bob("good"), bob("repeat")], facts({ stored: broken }));
    expect(Object.fromEntries(judged.verdicts)).toEqual({
      good: { kind: "send", event: "lead.created", submissionNumber: 1 },
      repeat: { kind: "repeat", of: "good" },
    });
    expect([...judged.failed.keys()]).toEqual(["bad"]);
    expect(judged.remembered.map(({ person }) => [person.submission_id, person.submission_count])).toEqual([
      ["good", 2],
    ]);
  });

  it("leaves who was tried before the first of their person", () => {
    const attempt = {
      number: 1,
      outcome: "retry" as const,
      status_code: null,
      error: null,
      started_at: 0,
      duration_ms: 1,
    };
    const tried = bob("tried", { receivedAt: nowMs + 1, direct: { make: [attempt] } });
    const judged = judgeApart([anna("bad"), bob("second"), tried], facts({ stored: broken }));
    expect(judged.verdicts.get("second")).toEqual({ kind: "repeat", of: "tried" });
  });

  it("is nobody where all can be", () => {
    expect(judgeApart([anna("s1"), bob("s2")], facts()).failed.size).toBe(0);
  });
});
