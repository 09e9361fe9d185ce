import { expect, it } from "vitest";
import { unsentRules } from "@leadrelay/contracts/unsent-rule";
import { rulesOf } from "./rules-of.ts";
import { tallyReleases } from "./tally-releases.ts";

const send = (...destinationIds: string[]) => ({ kind: "send", destinationIds }) as const;
const skip = { kind: "skip", reason: "released" } as const;

it("sends, messages, rules and what is left out are counted, with the time they are of", () => {
  const tally = tallyReleases([
    { rule: "test", submitted_at: 20, verdict: send("a", "b") },
    { rule: "test", submitted_at: 30, verdict: send("a") },
    { rule: "blocked", submitted_at: 10, verdict: { kind: "enqueue" } },
    { rule: "no_destination", submitted_at: 5, verdict: skip },
    { rule: "no_destination", submitted_at: 90, verdict: skip },
  ]);
  expect({ ...tally, sends: [...tally.sends], rules: [...tally.rules] }).toEqual({
    sends: [
      ["a", 2],
      ["b", 1],
    ],
    messages: 1,
    rules: [
      ["test", 2],
      ["blocked", 1],
    ],
    oldest: 10,
    newest: 30,
    skipped: { released: 2 },
  });
});

it("of nothing there is no time", () => {
  expect(tallyReleases([])).toMatchObject({ oldest: null, newest: null, messages: 0 });
});

it.each([
  [["duplicate"], ["duplicate_window", "reengage_wait", "reengage_off"]],
  [
    ["duplicate", "duplicate_window", "test"],
    ["duplicate_window", "reengage_wait", "reengage_off", "test"],
  ],
  [["blocked"], ["blocked"]],
] as const)("%j stands for %j", (filters, rules) => {
  expect(rulesOf(filters)).toEqual(rules);
});

it("no filter stands for all of them", () => {
  expect(rulesOf(undefined)).toHaveLength(unsentRules.length);
});
