import { expect, it } from "vitest";
import type { StoredUnsentRule } from "@leadrelay/contracts/unsent-rule";
import { client, decide, email, hourMs, known, minuteMs, phone } from "../../test/decide-posts.ts";
import { sampleDestination, sampleFacts, sampleForm, type Posted } from "../../test/decide-samples.ts";
import { readPayload } from "../payload/read-payload.ts";
import type { DestinationFacts, Facts } from "./facts.ts";

const to = (...destinations: Partial<DestinationFacts>[]) =>
  client({
    destinations: destinations.map((given, index) => ({ ...sampleDestination, id: `d${index}`, ...given })),
  });
const asTest: Partial<Facts> = { allowed: new Map([["s0", "testing"]]) };
const once = { forms: new Map([["form", { ...sampleForm, reengage_hours: 0 }]]) };
const after = (ms: number): Posted => ({ ...email, receivedAt: ms });

const cases: [what: string, post: Posted, facts: Facts, rule: StoredUnsentRule | null][] = [
  ["a new lead that is sent has none", email, sampleFacts(), null],
  [
    "one that is held for a destination that is off has none: it goes out with it",
    email,
    sampleFacts(to({ enabled: false })),
    null,
  ],
  ["a repeat within the window is a duplicate", after(minuteMs), known(), "duplicate_window"],
  ["a repeat behind it waits for the re-engage hours", after(hourMs), known(), "reengage_wait"],
  ["a repeat where re-engaging is off never goes out", after(48 * hourMs), known({}, once), "reengage_off"],
  [
    "a repeat of which nobody takes what it tells anew is a duplicate",
    { ...after(minuteMs), ...phone },
    known(),
    "duplicate_window",
  ],
  [
    "a repeat that tells a destination something new has none",
    { ...after(minuteMs), ...phone },
    known({}, to({ event_types: ["lead.updated"] })),
    null,
  ],
  [
    "one that comes back, which nobody takes",
    after(48 * hourMs),
    known({}, to({ event_types: ["lead.created"] })),
    "no_destination",
  ],
  ["a new lead of a client without destinations", email, sampleFacts(to()), "no_destination"],
  [
    "a new lead that nobody takes",
    email,
    sampleFacts(to({ event_types: ["lead.updated"] })),
    "no_destination",
  ],
  [
    "a new lead for destinations of another environment",
    email,
    sampleFacts(to({ environments: ["development"] })),
    "no_destination",
  ],
  [
    "a test that no destination takes is held back as one",
    email,
    sampleFacts({ ...asTest, ...to({}) }),
    "test",
  ],
  [
    "so is one that another destination has another reason for",
    email,
    sampleFacts({ ...asTest, ...to({ event_types: [] }, {}) }),
    "test",
  ],
  [
    "a test that would not be taken if it were none",
    email,
    sampleFacts({ ...asTest, ...to({ event_types: [] }) }),
    "no_destination",
  ],
  [
    "a test that one destination takes has none",
    email,
    sampleFacts({ ...asTest, ...to({}, { takes_test: true }) }),
    null,
  ],
  [
    "a shared address that brought a new contact which nobody takes",
    { ...phone, ip: "203.0.113.7", userAgent: "firefox", receivedAt: minuteMs },
    known({}, to({ event_types: ["lead.reengaged"] })),
    "no_destination",
  ],
];

it.each(cases)("%s", (_what, post, facts, rule) => {
  expect(decide([post], facts).plan.submissions).toMatchObject([{ unsent: rule }]);
});

it("what was sent while D1 was down was sent", () => {
  const direct = {
    make: [{ number: 1, outcome: "delivered", status_code: 200, error: null, started_at: 1, duration_ms: 1 }],
  } as const;
  expect(decide([{ ...after(minuteMs), direct }], known()).plan.submissions).toMatchObject([
    { unsent: null },
  ]);
});

it("a repeat without an event keeps what its release would send", () => {
  const [row] = decide([{ ...after(minuteMs), name: "Asha", country: "IN" }], known()).plan.submissions;
  const place = { lead_id: 7, type: "lead.reengaged", submission_public_id: "s0" } as const;
  expect(readPayload({ ...place, payload_json: row?.unsent_payload ?? "" })).toMatchObject({
    first_name: "Asha",
    user_country: "IN",
    is_duplicate: "yes",
    form_submit_count: 2,
    lead_public_id: "lead-7",
    lead_submission_public_id: "s0",
  });
});

it("what has an event, or was sent, keeps no payload besides", () => {
  const kept = (post: Posted, facts: Facts) => decide([post], facts).plan.submissions[0]?.unsent_payload;
  expect(kept(email, sampleFacts(to()))).toBeNull();
  expect(kept({ ...after(minuteMs), ...phone }, known())).toBeNull();
  expect(kept(email, sampleFacts())).toBeNull();
});
