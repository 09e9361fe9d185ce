import { describe, expect, it } from "vitest";
import { draftOfMapping, emptyRow, faultOfRow, toMapping } from "./mapping-draft.ts";

describe("a row, as it is kept and as it is typed", () => {
  it.each([
    [
      "a field",
      { target: "lead_name", field: "first_name" },
      { kind: "field", value: "first_name", usual: "" },
    ],
    [
      "a text",
      { target: "source", constant: "LeadRelay" },
      { kind: "constant", value: "LeadRelay", usual: "" },
    ],
    ["a number", { target: "n", constant: 5 }, { kind: "constant", value: "5", usual: "" }],
    ["a text of digits", { target: "n", constant: "5" }, { kind: "constant", value: '"5"', usual: "" }],
    [
      "a code with a zero before it",
      { target: "n", constant: "05" },
      { kind: "constant", value: "05", usual: "" },
    ],
    ["yes", { target: "n", constant: true }, { kind: "constant", value: "true", usual: "" }],
    [
      "a template with a default",
      { target: "t", template: "{{ a }}", default: "none" },
      { kind: "template", value: "{{ a }}", usual: "none" },
    ],
  ])("%s", (_what, row, typed) => {
    const mapping = { only: true, rows: [row] };
    const draft = draftOfMapping(mapping);
    expect(draft).toEqual([{ target: row.target, ...typed }]);
    expect(toMapping(draft, true)).toEqual(mapping);
  });
});

it("rows that say nothing yet are left out, and of none there is no mapping", () => {
  expect(toMapping([emptyRow], true)).toBeNull();
  expect(toMapping([emptyRow, { ...emptyRow, target: " a " }], false)).toEqual({
    only: false,
    rows: [{ target: "a", field: "" }],
  });
});

describe("what is wrong with a row stands beside it, though the API is given no empty rows", () => {
  const row = { ...emptyRow, target: "lead_name", value: "first_name" };
  const rows = [row, emptyRow, row, { ...emptyRow, value: "city" }];
  const faults = { "1.field": "names what is no field", "2.target": "should not be empty" };
  it.each([
    [0, undefined],
    [1, undefined],
    [2, "names what is no field"],
    [3, "should not be empty"],
    [4, undefined],
  ])("row %i: %s", (index, told) => {
    expect(faultOfRow(faults, rows, index)).toBe(told);
  });

  it("one of the row as a whole, too, and none of row 10 beside row 1", () => {
    expect(faultOfRow({ "10.field": "no", "1": "yes" }, [row, row], 1)).toBe("yes");
    expect(faultOfRow({ "10.field": "no" }, [row, row], 1)).toBe(undefined);
  });
});
