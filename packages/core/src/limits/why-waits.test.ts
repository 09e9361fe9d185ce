import { expect, it } from "vitest";
import { whyWaits } from "./why-waits.ts";

const now = 1_000_000;
const lead = { source: null, form_id: null };
const down = { state: "down", next_probe_at: now + 1 } as const;

it.each<
  [what: string, health: Parameters<typeof whyWaits>[0]["health"], given: number, words: string | null]
>([
  ["one that answers takes it", null, 0, null],
  ["one that failed once takes it", { state: "failing" }, 0, null],
  ["one that is slow takes it", { state: "slow" }, 0, null],
  ["one that is down does not", down, 0, "is down"],
  [
    "one that refuses what it gets does not",
    { ...down, is_refusing: true, refusals: ["a", "b"] },
    0,
    "refused the last 2 leads",
  ],
  ["one that may be asked whether it is back takes it", { ...down, next_probe_at: now }, 0, null],
  ["where this batch gave it one to ask by it does not", { ...down, next_probe_at: now }, 1, "is down"],
])("%s", (_what, health, given, words) => {
  const countOf = (subject: string) => (subject === "probe:dst" ? given : 0);
  expect(whyWaits({ id: "dst", enabled: true, health }, lead, countOf, now)?.words ?? null).toBe(words);
});

it("one that is off says that first", () => {
  const off = whyWaits({ id: "dst", enabled: false, health: down }, lead, () => 0, now);
  expect(off).toEqual({ reason: "disabled", until: null, words: "is disabled", source: null });
});
