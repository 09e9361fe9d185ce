import { expect, test } from "vitest";
import { fitLead } from "./fit-lead.ts";
import type { ReadLead } from "./read-lead.ts";

const lead: ReadLead = {
  title: "New lead: Asha",
  what: "New lead",
  lines: [
    ["Name", "Asha"],
    ["Project", "👍".repeat(200)],
    ["Lead id", "7"],
  ],
};
const write = ({ lines }: ReadLead) => lines.map(([label, value]) => `${label}: ${value}`).join("\n");
const fitted = (most: number) => fitLead(lead, write, { most, lengthOf: ({ length }) => length });

test("a lead that fits stands as it is", () => {
  expect(fitted(500)).toBe(write(lead));
});

test.each([
  [300, `${"👍".repeat(124)}…`],
  [200, `${"👍".repeat(59)}…`],
  [1, `${"👍".repeat(14)}…`],
])("of a lead for %i units what is long is cut between characters, and nothing left out", (most, cut) => {
  expect(fitted(most)).toBe(`Name: Asha\nProject: ${cut}\nLead id: 7`);
});
