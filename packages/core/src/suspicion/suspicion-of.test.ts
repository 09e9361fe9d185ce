import { expect, it } from "vitest";
import { sampleSubmission, type Posted } from "../../test/decide-samples.ts";
import { suspicionOf } from "./suspicion-of.ts";
import { defaultWeights } from "./weights.ts";

it.each<[string, Posted, string[]]>([
  ["a person who took their time is not suspicious", { time_to_submit: "42", phone: "+91 9876543210" }, []],
  ["a form that does not say how long it took is not", {}, []],
  ["a filled honeypot that was let through is", { isBot: true }, ["honeypot"]],
  ["a form filled in two seconds is", { time_to_submit: "2" }, ["fast_submit"]],
  ["a phone number that cannot be read is", { phone: "12" }, ["invalid_phone"]],
  ["an address that posts too fast is", { overRate: true }, ["high_rate"]],
])("%s", (_, post, reasons) => {
  expect(suspicionOf(sampleSubmission(post), defaultWeights, undefined).reasons).toEqual(reasons);
});

it.each([
  ["testing", ["honeypot", "high_rate"]],
  ["internal", ["honeypot"]],
] as const)(
  "an address allowed for %s that posts too fast with a filled honeypot is %j",
  (allowed, reasons) => {
    const submission = sampleSubmission({ overRate: true, isBot: true });
    expect(suspicionOf(submission, defaultWeights, allowed).reasons).toEqual(reasons);
  },
);

it("the client's own weights are used", () => {
  const weights = { ...defaultWeights, honeypot: 7 };
  expect(suspicionOf(sampleSubmission({ isBot: true }), weights, undefined).score).toBe(7);
});
