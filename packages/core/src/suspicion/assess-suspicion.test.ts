import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { assessSuspicion, type SuspicionSignals } from "./assess-suspicion.ts";
import { parseTimeToSubmit } from "./parse-time-to-submit.ts";
import { defaultWeights, readWeights } from "./weights.ts";

const quiet: SuspicionSignals = {
  isBot: false,
  timeToSubmitSeconds: null,
  phoneInvalid: false,
  overRate: false,
};

describe("suspicion", () => {
  it("is nothing for a person who took their time", () => {
    expect(assessSuspicion({ ...quiet, timeToSubmitSeconds: 42 })).toEqual({ score: 0, reasons: [] });
  });

  it.each([
    [0, 30, ["fast_submit"]],
    [4.99, 30, ["fast_submit"]],
    [5, 10, ["quick_submit"]],
    [9.99, 10, ["quick_submit"]],
    [10, 0, []],
  ])("of a form submitted after %d s is %d", (timeToSubmitSeconds, score, reasons) => {
    expect(assessSuspicion({ ...quiet, timeToSubmitSeconds })).toEqual({ score, reasons });
  });

  it("adds the signals up", () => {
    const all = { isBot: true, timeToSubmitSeconds: 1, phoneInvalid: true, overRate: true };
    expect(assessSuspicion(all)).toEqual({
      score: 100,
      reasons: ["honeypot", "fast_submit", "invalid_phone", "high_rate"],
    });
  });

  it("stops at 100", () => {
    const weights = { ...defaultWeights, honeypot: 90, fast_submit: 90 };
    expect(assessSuspicion({ ...quiet, isBot: true, timeToSubmitSeconds: 1 }, weights).score).toBe(100);
  });

  it("leaves out a signal that the client switched off", () => {
    const weights = readWeights('{"invalid_phone": 0, "honeypot": 55}');
    expect(assessSuspicion({ ...quiet, isBot: true, phoneInvalid: true }, weights)).toEqual({
      score: 55,
      reasons: ["honeypot"],
    });
  });
});

describe("a client's weights", () => {
  it.each(["{}", "", "null", "[]", "not json", '{"honeypot": "many"}', '{"honeypot": 101}', '{"other": 3}'])(
    "%s leaves the defaults",
    (json) => expect(readWeights(json)).toEqual(defaultWeights),
  );
});

describe("time to submit", () => {
  it.each([
    ["12", 12],
    [" 3.5 ", 3.5],
    ["3,5", 3.5],
    ["7 s", 7],
    ["0", 0],
    ["-4", null],
    ["", null],
    [undefined, null],
    ["soon", null],
    ["NaN", null],
    ["1e3", null],
  ])("%s is %s", (text, seconds) => expect(parseTimeToSubmit(text)).toBe(seconds));

  it("is a number not below zero, or null, for any text", () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        const seconds = parseTimeToSubmit(text);
        expect(seconds === null || seconds >= 0).toBe(true);
      }),
    );
  });
});
