import { expect, it } from "vitest";
import { sampleFacts, sampleLead, sampleSubmission } from "../../test/decide-samples.ts";
import { identityKey, type Identity } from "../identity/identity.ts";
import { hasMoved, type MovingFacts } from "./has-moved.ts";

const submission = sampleSubmission({ id: "s", email: "a@x.io", ip: "203.0.113.7" });
const held = (value: string, lead_id: number, given: Partial<Identity> = {}): [string, number] => {
  const identity = { client_id: "client", is_test: false, kind: "email", value, project_key: "" } as const;
  return [identityKey({ ...identity, ...given }), lead_id];
};
const facts = (given: Partial<MovingFacts> = {}): MovingFacts =>
  sampleFacts({ identities: new Map([held("a@x.io", 7)]), leads: new Map([[7, sampleLead]]), ...given });

it.each<[string, boolean, Partial<MovingFacts>]>([
  ["nothing changed", false, {}],
  ["it was stored meanwhile", true, { stored: new Set(["s"]) }],
  ["another submission was stored", false, { stored: new Set(["other"]) }],
  [
    "its lead took another submission",
    true,
    { leads: new Map([[7, { ...sampleLead, submission_count: 2 }]]) },
  ],
  ["its lead was sent", false, { leads: new Map([[7, { ...sampleLead, last_sent_at: 9 }]]) }],
  ["its lead went out", true, { leads: new Map([[7, { ...sampleLead, went_out: false }]]) }],
  ["its address went to another lead", true, { identities: new Map([held("a@x.io", 8)]) }],
  ["its address went away", true, { identities: new Map() }],
  [
    "its network came to a lead",
    true,
    { identities: new Map([held("a@x.io", 7), held("203.0.113.7", 8, { kind: "ip" })]) },
  ],
  [
    "it became known as a test",
    true,
    { identities: new Map([held("a@x.io", 7), held("a@x.io", 8, { is_test: true })]) },
  ],
  ["a stranger became known", false, { identities: new Map([held("a@x.io", 7), held("b@x.io", 8)]) }],
])("%s: it moved, %s", (_what, moved, given) => {
  expect(hasMoved(submission, facts(), facts(given))).toBe(moved);
});
