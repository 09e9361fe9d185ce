import { expect, it } from "vitest";
import { draftOfLimits, emptyCap, toLimits } from "./limits-draft.ts";

const limits = {
  time_zone: "Asia/Kolkata",
  week_starts: "sunday" as const,
  caps: [
    { leads: 50, per: "day" as const, source: null },
    { leads: 20, per: "week" as const, source: "facebook" },
  ],
  hours: { monday: ["09:00-13:00", "14:00-18:00"], saturday: ["10:00-12:00"] },
  holidays: ["2026-12-25", "2027-01-01"],
};

it("limits stand in the form as they are kept, and come out of it so", () => {
  const draft = draftOfLimits(limits, "UTC");
  expect(draft).toMatchObject({
    zone: "Asia/Kolkata",
    isAlwaysOpen: false,
    hours: { monday: "09:00-13:00, 14:00-18:00", tuesday: "" },
    holidays: "2026-12-25\n2027-01-01",
  });
  expect(toLimits(draft)).toEqual(limits);
});

it.each([
  ["nothing said is no limits", {}, null],
  ["a cap that says nothing is none", { caps: [emptyCap] }, null],
  [
    "dates alone are limits",
    { holidays: "2026-12-25, 2026-12-26" },
    { holidays: ["2026-12-25", "2026-12-26"] },
  ],
  ["hours of no day are for the API to refuse", { isAlwaysOpen: false }, { hours: {} }],
])("%s", (_what, typed, given) => {
  const made = toLimits({ ...draftOfLimits(null, "UTC"), ...typed });
  if (given === null) expect(made).toBeNull();
  else expect(made).toMatchObject(given);
});
