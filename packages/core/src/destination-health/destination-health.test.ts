import { expect, it } from "vitest";
import { isGivenUp, mayRun, needsRun, type DestinationHealth } from "./destination-health.ts";
import { slowSince } from "./slow-since.ts";

const now = 1_000_000_000;
const down: DestinationHealth = {
  state: "down",
  since: now - 60_000,
  suspects: ["a"],
  probe_wait_ms: 5_000,
  next_probe_at: now,
};
const failing: DestinationHealth = { ...down, state: "failing", probe_wait_ms: null, next_probe_at: null };
const slow = slowSince(now);

it("a destination that lets us wait is slow from then on, and nothing else is held against it", () => {
  expect(slow).toEqual({ state: "slow", since: now, suspects: [], probe_wait_ms: null, next_probe_at: null });
});

it.each<[what: string, health: DestinationHealth | null, needs: boolean, may: boolean]>([
  ["that answers is sent to at once", null, false, false],
  ["that failed is sent to at once", failing, false, false],
  ["that is slow waits its turn, and there is always work for one", slow, true, true],
  ["that is down is asked once its probe is due", down, true, true],
  ["that is down is not asked before", { ...down, next_probe_at: now + 1 }, true, false],
  ["that is down and never was probed is asked", { ...down, next_probe_at: null }, true, true],
])("a destination %s", (_what, health, needs, may) => {
  expect(needsRun(health)).toBe(needs);
  expect(mayRun(health, now)).toBe(may);
});

it.each<[what: string, given: Partial<DestinationHealth>, isSwitchedOff: boolean]>([
  ["after five days of nothing", { failing_since: now - 5 * 86_400_000 }, true],
  ["not a moment before", { failing_since: now - 5 * 86_400_000 + 1 }, false],
  ["not while it is only failing", { state: "failing", failing_since: 0 }, false],
  ["not where nobody knows since when", {}, false],
])("one that is down is switched off %s", (_what, given, isSwitchedOff) => {
  expect(isGivenUp({ ...down, ...given }, now)).toBe(isSwitchedOff);
});
