import { shapeLimits, type MappingRow } from "@leadrelay/contracts/shape";
import { expect, it, test } from "vitest";
import { toldLead } from "../../test/told-lead.ts";
import { leadValues } from "./lead-values.ts";
import { mapLead } from "./map-lead.ts";
import { readRow } from "./read-row.ts";

const lead = leadValues(toldLead({ user_city: null, suspicion_score: 0 }, { flat: "2 BHK", blank: " " }));
const map = (...rows: MappingRow[]) =>
  mapLead({ only: false, rows: rows.map((row) => readRow(row, "row").row) }, lead, Date.UTC(2026, 10, 30));

test.each<[what: string, row: MappingRow, value: unknown]>([
  ["a field", { target: "a", field: "email" }, "asha@example.com"],
  ["a form's field", { target: "a", field: "fields.flat" }, "2 BHK"],
  ["a field without a value", { target: "a", field: "user_city" }, null],
  ["its default", { target: "a", field: "user_city", default: "none" }, "none"],
  ["no default where there is a value", { target: "a", field: "email", default: "none" }, "asha@example.com"],
  ["no default where the value is 0", { target: "a", field: "suspicion_score", default: 9 }, 0],
  ["a constant", { target: "a", constant: false }, false],
  ["a constant null, whatever its default", { target: "a", constant: null, default: "none" }, null],
  ["a template", { target: "a", template: "{{ first_name }}!" }, "Asha Rao!"],
  ["a template that makes nothing", { target: "a", template: "{{ user_city }}" }, ""],
  ["its default where it makes nothing", { target: "a", template: "{{ user_city }}", default: 7 }, 7],
  [
    "no default where it makes something",
    { target: "a", template: "{{ email }}", default: 7 },
    "asha@example.com",
  ],
])("%s", (_what, row, value) => {
  expect(map(row)).toEqual({ only: false, body: { a: value }, named: [["a", value]] });
});

it("puts each where its path leads, and names it as it was written", () => {
  const mapped = map(
    { target: "contact.phones.1.value", field: "phone_mobile" },
    { target: "contact.mail", field: "email" },
  );
  expect(mapped.body).toEqual({
    contact: { phones: [null, { value: "+91-9999999999" }], mail: "asha@example.com" },
  });
  expect(mapped.named).toEqual([
    ["contact.phones.1.value", "+91-9999999999"],
    ["contact.mail", "asha@example.com"],
  ]);
});

it("says whether it is all that the receiver gets", () => {
  expect(mapLead({ only: true, rows: [] }, lead, 0)).toEqual({ only: true, body: {}, named: [] });
});

it("makes nothing, and names the row, where a template breaks", () => {
  const many = `{% assign a = "aaaaaaaaaa" %}${"{% assign a = a | append: a %}".repeat(20)}{{ a }}`;
  expect(() => map({ target: "ok", constant: 1 }, { target: "bad", template: many })).toThrow(
    "the mapping's template for bad ",
  );
});

it("makes nothing beyond as many characters as a body may have", () => {
  const text = "x".repeat(shapeLimits.body - '{"a":""}'.length);
  const rowOf = (value: string) => ({ target: "a", path: ["a"], from: { constant: value } });
  expect(mapLead({ only: true, rows: [rowOf(text)] }, lead, 0).body).toEqual({ a: text });
  expect(() => mapLead({ only: true, rows: [rowOf(`${text}x`)] }, lead, 0)).toThrow(
    `more than ${shapeLimits.body} characters`,
  );
});
