import { describe, expect, it } from "vitest";
import { sampleForm, sampleLead, samplePolicy } from "../../test/decide-samples.ts";
import type { FormFacts, KnownLead } from "./facts.ts";
import { duplicateWindowMs, judgeRepeat } from "./judge-repeat.ts";

const minuteMs = 60_000;
const hourMs = 60 * minuteMs;
const judge = (receivedAt: number, form: Partial<FormFacts> = {}, lead: Partial<KnownLead> = {}) =>
  judgeRepeat(receivedAt, { ...sampleLead, ...lead }, { ...sampleForm, ...form }, samplePolicy);

describe("a known person", () => {
  it.each<[string, number, string, number]>([
    ["whose post arrives late is a duplicate", -10 * minuteMs, "duplicate_window", -10],
    ["in the same millisecond is a duplicate", 0, "duplicate_window", 0],
    ["just within 30 minutes is a duplicate", 30 * minuteMs - 1, "duplicate_window", 30],
    ["after 30 minutes waits for the re-engage hours", 30 * minuteMs, "reengage_wait", 30],
    ["just within 24 hours still waits", 24 * hourMs - 1, "reengage_wait", 1440],
    ["after 24 hours is re-engaged", 24 * hourMs, "reengaged", 1440],
    ["after a year is re-engaged", 365 * 24 * hourMs, "reengaged", 525_600],
  ])("%s", (_, receivedAt, rule, elapsed_minutes) => {
    expect(judge(receivedAt)).toMatchObject({ rule, elapsed_minutes });
  });

  it.each<[string, number, Partial<FormFacts>, string]>([
    ["where re-engage is off is never sent again", 1000 * hourMs, { reengage_hours: 0 }, "reengage_off"],
    ["within the window is so before re-engage is off", minuteMs, { reengage_hours: 0 }, "duplicate_window"],
    [
      "of a form with a shorter window waits sooner",
      5 * minuteMs,
      { duplicate_window_minutes: 5 },
      "reengage_wait",
    ],
    [
      "of a form with a longer window is a duplicate for longer",
      44 * minuteMs,
      { duplicate_window_minutes: 45 },
      "duplicate_window",
    ],
    ["of a form without a window is never in it", 0, { duplicate_window_minutes: 0 }, "reengage_wait"],
    ["of a form with shorter hours is re-engaged sooner", 2 * hourMs, { reengage_hours: 2 }, "reengaged"],
    [
      "of a form with part of an hour is re-engaged after it",
      31 * minuteMs,
      { reengage_hours: 0.5 },
      "reengaged",
    ],
    [
      "waits for the window where the hours are shorter than it",
      10 * minuteMs,
      { reengage_hours: 0.1 },
      "duplicate_window",
    ],
  ])("%s", (_, receivedAt, form, rule) => {
    expect(judge(receivedAt, form).rule).toBe(rule);
  });

  it("who was never sent is sent, however soon or late and whatever is off", () => {
    const unsent = { rule: "never_sent", elapsed_minutes: null, setting: null };
    for (const receivedAt of [-hourMs, 0, minuteMs, hourMs, 100 * hourMs])
      for (const reengage_hours of [null, 0])
        expect(judge(receivedAt, { reengage_hours }, { went_out: false })).toEqual(unsent);
  });

  it("is sent by what happened, not by the time of a send: one still on its way counts", () => {
    expect(judge(0, {}, { went_out: true, last_sent_at: null }).rule).toBe("duplicate_window");
    expect(judge(0, {}, { went_out: false, last_sent_at: 1 }).rule).toBe("never_sent");
  });
});

describe("re-engage counted from the last send", () => {
  const bySend = { reengage_basis: "last_send" } as const;
  const lead = { last_submitted_at: 20 * hourMs, last_sent_at: 0 };

  it("is not put off by later submissions", () => {
    expect(judge(25 * hourMs, {}, lead)).toMatchObject({ rule: "reengage_wait", elapsed_minutes: 300 });
    expect(judge(25 * hourMs, bySend, lead)).toMatchObject({ rule: "reengaged", elapsed_minutes: 1500 });
    expect(judge(24 * hourMs - 1, bySend, lead).rule).toBe("reengage_wait");
  });

  it("counts from the last submission while no send has arrived", () => {
    const waiting = { last_submitted_at: 20 * hourMs, last_sent_at: null };
    expect(judge(25 * hourMs, bySend, waiting).rule).toBe("reengage_wait");
    expect(judge(44 * hourMs, bySend, waiting).rule).toBe("reengaged");
  });

  it("still keeps the duplicate window, which is about submissions", () => {
    const posted = { last_submitted_at: 50 * hourMs, last_sent_at: 0 };
    expect(judge(50 * hourMs + minuteMs, bySend, posted).rule).toBe("duplicate_window");
  });
});

describe("the setting a repeat was held against", () => {
  it.each([
    [0, {}, { name: "DUPLICATE_WINDOW_MINUTES", value: 30, from: "installation" }],
    [0, { duplicate_window_minutes: 5 }, { name: "DUPLICATE_WINDOW_MINUTES", value: 5, from: "form" }],
    [hourMs, {}, { name: "LEAD_REENGAGE_HOURS", value: 24, from: "installation" }],
    [hourMs, { reengage_hours: 48 }, { name: "LEAD_REENGAGE_HOURS", value: 48, from: "form" }],
    [hourMs, { reengage_hours: 0 }, { name: "LEAD_REENGAGE_HOURS", value: 0, from: "form" }],
    [24 * hourMs, {}, { name: "LEAD_REENGAGE_HOURS", value: 24, from: "installation" }],
  ])("after %d ms with %o is %o", (receivedAt, form, setting) => {
    expect(judge(receivedAt, form).setting).toEqual(setting);
  });

  it("is the form's own window, else the installation's", () => {
    expect(duplicateWindowMs(sampleForm, samplePolicy)).toBe(30 * minuteMs);
    expect(duplicateWindowMs({ ...sampleForm, duplicate_window_minutes: 5 }, samplePolicy)).toBe(
      5 * minuteMs,
    );
    expect(duplicateWindowMs({ ...sampleForm, duplicate_window_minutes: 0 }, samplePolicy)).toBe(0);
  });
});
