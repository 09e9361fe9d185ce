import { expect, it } from "vitest";
import { sampleForm, sampleLead } from "../../test/decide-samples.ts";
import { judgeRepeat } from "./judge-repeat.ts";

const policy = { environment: "production", duplicateWindowMinutes: 30, reengageHours: 24 } as const;
const minuteMs = 60_000;
const hourMs = 60 * minuteMs;
const ruleAt = (receivedAt: number, given: object = {}, lead: object = {}) =>
  judgeRepeat(receivedAt, { ...sampleLead, ...lead }, { ...sampleForm, ...given }, policy).rule;

it.each([
  [-10 * minuteMs, "duplicate_window"],
  [0, "duplicate_window"],
  [30 * minuteMs - 1, "duplicate_window"],
  [30 * minuteMs, "reengage_wait"],
  [24 * hourMs - 1, "reengage_wait"],
  [24 * hourMs, "reengaged"],
])("a known person %d ms after the last submission is %s", (receivedAt, rule) => {
  expect(ruleAt(receivedAt)).toBe(rule);
});

it("re-engage switched off never sends again", () => {
  expect(ruleAt(1000 * hourMs, { reengage_hours: 0 })).toBe("reengage_off");
});

it("a form's own window and hours win over the installation's", () => {
  expect(ruleAt(6 * minuteMs, { duplicate_window_minutes: 5, reengage_hours: 0.1 })).toBe("reengaged");
});

it("a re-engage shorter than the window waits for the window", () => {
  expect(ruleAt(10 * minuteMs, { reengage_hours: 0.1 })).toBe("duplicate_window");
});

it("counted from the last send, later submissions do not put the re-engage off", () => {
  const lead = { last_submitted_at: 20 * hourMs, last_sent_at: 0 };
  expect(ruleAt(25 * hourMs, {}, lead)).toBe("reengage_wait");
  expect(ruleAt(25 * hourMs, { reengage_basis: "last_send" }, lead)).toBe("reengaged");
});

it("nothing silences a lead that was never sent", () => {
  expect(ruleAt(0, {}, { went_out: false })).toBe("never_sent");
});
