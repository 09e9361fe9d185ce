import { expect, it } from "vitest";
import { compareReadings } from "./compare-readings.ts";

const payload = { email: "a@b.co", kontakt: "0301234567", url: "x", tag: ["1", "2"] };

it.each<[string, Record<string, string>, Record<string, string>, object]>([
  ["nothing", { kontakt: "phone" }, { kontakt: "phone" }, { changes: [] }],
  [
    "a field that is named",
    {},
    { kontakt: "phone" },
    {
      changes: [{ field: "phone", before: null, after: "0301234567" }],
      refused_before: false,
      refused_after: false,
    },
  ],
  [
    "a field that is named no more",
    { kontakt: "phone" },
    {},
    { changes: [{ field: "phone", before: "0301234567", after: null }] },
  ],
  [
    "the only way to reach them",
    {},
    { email: "cta" },
    {
      changes: [
        { field: "email", before: "a@b.co", after: null },
        { field: "cta", before: null, after: "a@b.co" },
      ],
      refused_before: false,
      refused_after: true,
    },
  ],
  ["whom it takes for a bot", {}, { url: "honeypot" }, { is_bot_after: true }],
  [
    "whom it took for a bot before",
    { url: "honeypot" },
    { url: "honeypot", tag: "cta" },
    { is_bot_after: false },
  ],
])("tells %s", (_what, before, after, told) => {
  expect(compareReadings(payload, before, after)).toMatchObject(told);
});
