import { expect, it } from "vitest";
import { changedRules, draftOfRules, toRules } from "./rules-draft.ts";

const none = {
  hold_after_refusals: null,
  retry_schedule: null,
  timeout_ms: null,
  confirmation: null,
  returns: null,
};
const all = {
  hold_after_refusals: 0,
  retry_schedule: "quick",
  timeout_ms: 5_000,
  confirmation: { within_minutes: 30 },
  returns: { reasons: ["wrong number", "late"], within_days: 7, most_per_month: 20, pass_on: true },
};

it.each([
  ["nothing agreed", none],
  ["all of it", all],
  ["returns of any kind", { ...none, returns: {} }],
])("%s comes out of the form as it went in, and is no change", (_what, rules) => {
  expect(toRules(draftOfRules(rules))).toEqual(rules);
  expect(changedRules(draftOfRules(rules), rules)).toEqual({});
});

it("only what is changed is sent, what is taken away as null", () => {
  const draft = { ...draftOfRules(all), holdAfter: "", confirms: false, days: "" };
  const { within_days: _gone, ...returns } = all.returns;
  expect(changedRules(draft, all)).toEqual({ hold_after_refusals: null, confirmation: null, returns });
});
