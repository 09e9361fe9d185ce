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

  it.each([
    ["honeypot", { isBot: true }],
    ["fast_submit", { timeToSubmitSeconds: 1 }],
    ["quick_submit", { timeToSubmitSeconds: 6 }],
    ["invalid_phone", { phoneInvalid: true }],
    ["high_rate", { overRate: true }],
  ] as const)("of %s alone is its own points", (reason, signals) => {
    expect(assessSuspicion({ ...quiet, ...signals })).toEqual({
      score: defaultWeights[reason],
      reasons: [reason],
    });
  });

  it("is a whole number, whatever the weights", () => {
    const weights = { ...defaultWeights, invalid_phone: 0.4, high_rate: 10.2 };
    expect(assessSuspicion({ ...quiet, phoneInvalid: true, overRate: true }, weights).score).toBe(11);
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
  it("are those of the table unless it says otherwise", () => {
    expect(readWeights("{}")).toEqual({
      honeypot: 40,
      fast_submit: 30,
      quick_submit: 10,
      invalid_phone: 10,
      high_rate: 20,
      no_session: 15,
      zero_engagement: 10,
      vpn_high: 15,
      vpn_moderate: 5,
      velocity_high: 20,
      velocity_moderate: 10,
    });
  });

  it.each(["honeypot", "fast_submit", "quick_submit", "invalid_phone", "high_rate"])(
    "may set %s from 0 to 100 and leave the rest",
    (signal) => {
      for (const points of [0, 0.5, 100])
        expect(readWeights(JSON.stringify({ [signal]: points }))).toEqual({
          ...defaultWeights,
          [signal]: points,
        });
      for (const points of [-1, 101, "5"])
        expect(readWeights(JSON.stringify({ [signal]: points }))).toEqual(defaultWeights);
    },
  );

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
    ["7s", 7],
    ["7 sec", 7],
    ["7  Seconds", 7],
    ["7 se", null],
    ["7 s.", null],
    ["about 7", null],
    ["3.", null],
    [".5", null],
    ["3.25", 3.25],
    ["123456789", 123_456_789],
    ["1234567890", null],
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
