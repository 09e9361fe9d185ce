import { expect, it } from "vitest";
import { sampleDestination } from "../../test/decide-samples.ts";
import { planDeliveries } from "./plan-deliveries.ts";

const event = {
  id: "e",
  type: "lead.created",
  lead_id: 1,
  client_id: "client",
  form_id: "form",
  submitted_at: 1,
  reachesCreatedOnly: false,
} as const;
const live = { environment: "production", isTest: false, nowMs: 5, direct: {} } as const;
const plan = (destination: object, given: object = {}, of: object = {}) =>
  planDeliveries({ ...event, ...of }, [{ ...sampleDestination, ...destination }], { ...live, ...given });

it.each([
  ["a subscribed destination gets it now", {}, {}, {}, "pending", "subscribed"],
  [
    "one that takes other events does not",
    { event_types: ["lead.updated"] },
    {},
    {},
    "skipped",
    "not_subscribed",
  ],
  ["a disabled one keeps it held", { enabled: false }, {}, {}, "held", "disabled"],
  ["a test goes only where tests are taken", {}, { isTest: true }, {}, "skipped", "takes_no_tests"],
  ["a test goes where tests are taken", { takes_test: true }, { isTest: true }, {}, "pending", "subscribed"],
  [
    "outside production only marked ones receive",
    {},
    { environment: "development" },
    {},
    "skipped",
    "other_environment",
  ],
  ["an update does not reach Make by default", {}, {}, { type: "lead.updated" }, "skipped", "not_subscribed"],
  [
    "unless a shared address brought the detail",
    {},
    {},
    { type: "lead.updated", reachesCreatedOnly: true },
    "pending",
    "ip_match_new_contact",
  ],
] as const)("%s", (_, destination, given, of, status, reason) => {
  const { rows, traces } = plan(destination, given, of);
  expect(traces).toMatchObject([{ id: "make", status, reason }]);
  expect(rows.map((row) => row.status)).toEqual(status === "skipped" ? [] : [status]);
});

it("a held delivery is not due", () => {
  expect(plan({ enabled: false }).rows[0]?.next_attempt_at).toBeNull();
  expect(plan({}).rows[0]?.next_attempt_at).toBe(5);
});

it("a destination that was sent to while D1 was down gets no other event", () => {
  const tried = {
    number: 1,
    outcome: "delivered",
    status_code: 200,
    error: null,
    started_at: 1,
    duration_ms: 1,
  } as const;
  expect(plan({}, { direct: { make: [tried] } })).toEqual({ rows: [], traces: [] });
});
