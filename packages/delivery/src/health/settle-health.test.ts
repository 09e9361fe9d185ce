import { afterEach, beforeEach, expect, it, vi, type MockInstance } from "vitest";
import { claimedDelivery, newDestination, stillDependencies } from "../../test/claimed-delivery.ts";
import { scriptedD1 } from "../../test/scripted-d1.ts";
import { sentDelivery } from "../sent-delivery.ts";
import { settleHealth } from "./settle-health.ts";

let log: MockInstance<typeof console.log>;
beforeEach(() => void (log = vi.spyOn(console, "log").mockImplementation(() => {})));
afterEach(() => log.mockRestore());

const failed = {
  outcome: "retry",
  status_code: 503,
  error: "HTTP 503",
  retry_after_ms: null,
  started_at: 1_000_000,
  duration_ms: 5,
} as const;

/** What a destination is after six leads failed there, all but the first of them `aside`. */
async function stateAfter(aside: object): Promise<unknown[]> {
  const destination = await newDestination();
  const { d1, batches } = scriptedD1(() => 1);
  const dependencies = stillDependencies({ control: d1 });
  const sent = Array.from({ length: 6 }, (_, nth) => ({
    ...sentDelivery(claimedDelivery(destination), failed, "wakeup", dependencies),
    ...(nth === 0 ? {} : aside),
  }));
  await settleHealth(sent, dependencies, false);
  return batches
    .flat()
    .flatMap(({ values }) => values.filter((value) => value === "down" || value === "failing"));
}

it("six leads that fail one after the other bring a destination down", async () => {
  expect(await stateAfter({})).toContain("down");
});

it("six that one request carried are one failure", async () => {
  const written = await stateAfter({ isAside: true });
  expect(written).toContain("failing");
  expect(written).not.toContain("down");
});

it("what was not sent says nothing", async () => {
  expect(await stateAfter({ wasSent: false })).not.toContain("down");
});
