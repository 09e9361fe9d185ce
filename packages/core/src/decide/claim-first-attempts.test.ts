import { describe, expect, it } from "vitest";
import { claimFirstAttempts } from "./claim-first-attempts.ts";
import { emptyPlan, type DeliveryRow } from "./commit-plan.ts";

const row = (given: Partial<DeliveryRow> = {}): DeliveryRow => ({
  lead_id: 1,
  event_id: "e",
  destination_id: "well",
  public_id: "d",
  client_id: "c",
  status: "pending",
  attempts: 0,
  max_attempts: 10,
  next_attempt_at: 5,
  lease_until: null,
  settled_at: null,
  created_at: 5,
  last_status_code: null,
  last_error: null,
  dead_letter_id: null,
  form_id: "f",
  submitted_at: 1,
  ...given,
});
const rows = (count: number, given: Partial<DeliveryRow> = {}) =>
  Array.from({ length: count }, (_, lead_id) => row({ ...given, lead_id }));
const claim = (deliveries: DeliveryRow[], most = 6) =>
  claimFirstAttempts(
    { ...emptyPlan(), deliveries },
    { most, isWell: (id) => id.startsWith("well"), leaseUntil: 40_000 },
  );

describe("the deliveries of a commit", () => {
  it("are claimed with their first attempt, and otherwise as they were", () => {
    const { plan, claimed } = claim([row()]);
    expect(claimed).toEqual([row({ status: "in_flight", attempts: 1, lease_until: 40_000 })]);
    expect(plan.deliveries).toEqual(claimed);
  });

  it.each([
    ["none", [], 0],
    ["one for each lane", rows(6), 6],
    ["more than there are lanes", rows(7), 0],
    ["as many as there are lanes, at destinations that are not well", rows(6, { destination_id: "slow" }), 0],
    [
      "six at one that is well and one at another that is not",
      [...rows(6), row({ destination_id: "down" })],
      0,
    ],
    ["one at each", [row(), row({ destination_id: "down" })], 1],
    ["six, and others that are held", [...rows(6), ...rows(4, { status: "held", next_attempt_at: null })], 6],
    [
      "six, and others that were delivered while D1 was down",
      [...rows(6), ...rows(4, { status: "delivered" })],
      6,
    ],
    ["one that was tried while D1 was down, which has its schedule", [row({ attempts: 2 })], 0],
  ])("%s", (_, deliveries, count) => {
    const { plan, claimed } = claim(deliveries);
    expect(claimed).toHaveLength(count);
    expect(plan.deliveries.filter(({ status }) => status === "in_flight")).toEqual(claimed);
    expect(plan.deliveries).toHaveLength(deliveries.length);
  });

  it("are left to wake-ups where the setting says so", () => {
    expect(claim([row()], 0).claimed).toEqual([]);
    expect(claim(rows(2), 1).claimed).toEqual([]);
    expect(claim(rows(1), 1).claimed).toHaveLength(1);
  });

  it("leaves the plan it was given as it was", () => {
    const given = { ...emptyPlan(), deliveries: [row()] };
    claimFirstAttempts(given, { most: 6, isWell: () => true, leaseUntil: 1 });
    expect(given.deliveries).toEqual([row()]);
  });
});
