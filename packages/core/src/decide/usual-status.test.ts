import { expect, it } from "vitest";
import type { DestinationTrace } from "./decision-trace.ts";
import { parseTrace } from "./parse-trace.ts";

const stored = (parts: object) => ({
  public_id: "s",
  decision_json: JSON.stringify({ rule: "new_lead", lead: [1, "lead-1"], event: "lead.created", ...parts }),
});

/** Rows that exist are read by it for ever: a line may be added, never changed. */
const usual: Record<DestinationTrace["reason"], DestinationTrace["status"]> = {
  subscribed: "pending",
  ip_match_new_contact: "pending",
  sent_while_d1_down: "delivered",
  not_subscribed: "skipped",
  takes_no_tests: "skipped",
  other_environment: "skipped",
  not_a_new_lead: "skipped",
  too_suspicious: "skipped",
  no_address: "skipped",
  filtered: "skipped",
  filter_broken: "pending",
  opted_out: "skipped",
  disabled: "held",
  routed: "pending",
  routed_elsewhere: "skipped",
  route_conditions: "skipped",
  closed: "held",
  capped: "held",
  behind: "held",
};

it.each(Object.entries(usual))(
  "a stored decision that says %s of a destination means %s",
  (reason, status) => {
    const [read] = parseTrace(stored({ destinations: [["crm", reason]] }))?.destinations ?? [];
    expect(read).toMatchObject({ id: "crm", reason, status, event: "lead.created" });
    expect(read?.delivery_public_id === undefined).toBe(status === "skipped");
  },
);

it.each<[what: string, parts: object]>([
  ["that names a destination and no event", { event: undefined, destinations: [["crm", "not_subscribed"]] }],
  ["of a kind of identity that there is not", { identities: "xa" }],
  ["of a result that there is not", { identities: "ex" }],
  ["by a rule that there is not", { rule: "toString" }],
])("a stored decision %s is none", (_, parts) => {
  expect(parseTrace(stored(parts))).toBeUndefined();
});

it("a stored decision that is no object is none", () => {
  for (const decision_json of ["null", "7", '"new_lead"', "", "[]"])
    expect(parseTrace({ public_id: "s", decision_json })).toBeUndefined();
});
