import { describe, expect, it, test } from "vitest";
import { toldLead } from "../../test/told-lead.ts";
import { leadValues } from "./lead-values.ts";
import { mapLead } from "./map-lead.ts";
import { readShape } from "./read-shape.ts";
import { mappingNeedsForm } from "./shape-needs.ts";

const now = Date.UTC(2026, 10, 30, 12, 30);
const lead = leadValues(
  toldLead(
    { suspicion_score: 30, project_name: null },
    { Budget: "50 L", rooms: ["2", "3"], home: { city: "Pune" }, __proto__: "x" },
    {
      message: "Call me",
      delivery_public_id: "dlv_1",
    },
  ),
);

/** What the mapping makes; or what is wrong with it, or comes of it. */
function mapped(rows: unknown, of = lead): unknown {
  const read = readShape({ mapping: { only: true, rows } });
  if (!read.ok) return read.problems.map(({ at, detail }) => `${at} ${detail}`).join("; ");
  if (read.read.mapping === null) return "no mapping";
  try {
    return mapLead(read.read.mapping, of, now).body;
  } catch (error) {
    return String(error);
  }
}

describe("a mapping", () => {
  it("renames fields, puts in constants, and what templates make", () => {
    expect(
      mapped([
        { target: "lead_name", field: "first_name" },
        { target: "phone", field: "phone_mobile" },
        { target: "mail", field: "email" },
        { target: "source", constant: "LeadRelay" },
        { target: "title", template: "{{ first_name }} from {{ country | default: 'nowhere' }}" },
      ]),
    ).toEqual({
      lead_name: "Asha Rao",
      phone: "+91-9999999999",
      mail: "asha@example.com",
      source: "LeadRelay",
      title: "Asha Rao from IN",
    });
  });
  test.each<[what: string, rows: unknown, body: unknown]>([
    [
      "keeps what a value is",
      [
        { target: "n", field: "suspicion_score" },
        { target: "b", constant: true },
      ],
      { n: 30, b: true },
    ],
    ["says null of what the lead does not say", [{ target: "p", field: "project" }], { p: null }],
    ["says what is usual in its place", [{ target: "p", field: "project", default: "Lake" }], { p: "Lake" }],
    [
      "also where a template makes nothing",
      [{ target: "p", template: "{{ project }}", default: "Lake" }],
      { p: "Lake" },
    ],
    ["puts in what the form sent", [{ target: "b", field: "fields.budget" }], { b: "50 L" }],
    ["with several values as a list", [{ target: "r", field: "fields.rooms" }], { r: ["2", "3"] }],
    [
      "of templates joined as they say",
      [{ target: "r", template: '{{ fields.rooms | join: "+" }}' }],
      { r: "2+3" },
    ],
    ["from what is nested", [{ target: "c", field: "fields.home.city" }], { c: "Pune" }],
    [
      "puts in the message, the event and the delivery",
      [{ target: "m", template: "{{ message }} {{ event }} {{ delivery_id }}" }],
      { m: "Call me lead.created dlv_1" },
    ],
    [
      "goes down a path",
      [
        { target: "a.b.c", constant: 1 },
        { target: "a.d", constant: 2 },
      ],
      { a: { b: { c: 1 }, d: 2 } },
    ],
    [
      "into lists by place",
      [
        { target: "l.1.v", constant: 1 },
        { target: "l.0", constant: 0 },
      ],
      { l: [0, { v: 1 }] },
    ],
    ["fills a list up with null", [{ target: "l.2", constant: 1 }], { l: [null, null, 1] }],
    ["has names with dots", [{ target: String.raw`a\.b`, constant: 1 }], { "a.b": 1 }],
    ["has names that are numbers", [{ target: "1.a", constant: 1 }], { "1": { a: 1 } }],
    [
      "has names of a prototype as names alone",
      [{ target: "constructor.prototype", constant: 1 }],
      { constructor: { prototype: 1 } },
    ],
  ])("%s", (_what, rows, body) => {
    expect(JSON.parse(JSON.stringify(mapped(rows)))).toEqual(body);
  });

  test.each<[what: string, rows: unknown, wrong: RegExp]>([
    ["no rows", [], /^mapping\.rows should be a list of 1 to 100 rows$/],
    [
      "too many",
      Array.from({ length: 101 }, (_, index) => ({ target: `t${index}`, constant: 1 })),
      /^mapping\.rows should be a list/,
    ],
    ["a row that is none", [5], /^mapping\.rows\.0 should be an object$/],
    ["a row without a target", [{ field: "email" }], /^mapping\.rows\.0\.target should name where/],
    [
      "a row with nothing to put in",
      [{ target: "a" }],
      /^mapping\.rows\.0 should have a field, a constant or a template for a/,
    ],
    [
      "a row with two",
      [{ target: "a", field: "email", constant: 1 }],
      /^mapping\.rows\.0 should have a field, a constant or a template for a, and one of them$/,
    ],
    [
      "a field that is none",
      [{ target: "a", field: "frist_name" }],
      /^mapping\.rows\.0\.field names "frist_name", which is no field of ours\. Did you mean first_name/,
    ],
    [
      "a template with a field that is none",
      [{ target: "a", template: "{{ frist_name }}" }],
      /^mapping\.rows\.0\.template names "frist_name".*first_name/,
    ],
    [
      "a template with all fields",
      [{ target: "a", template: "{{ fields }}" }],
      /^mapping\.rows\.0\.template names all fields of the form at once/,
    ],
    [
      "a template that loops",
      [{ target: "a", template: "{% for i in (1..9) %}{% endfor %}" }],
      /^mapping\.rows\.0\.template has {% for %}/,
    ],
    [
      "an object for a constant",
      [{ target: "a", constant: {} }],
      /^mapping\.rows\.0\.constant should be a text/,
    ],
    [
      "a long constant",
      [{ target: "a", constant: "x".repeat(2001) }],
      /^mapping\.rows\.0\.constant is longer than 2000/,
    ],
    [
      "a word that is not known",
      [{ target: "a", constant: 1, x: 1 }],
      /^mapping\.rows\.0 has "x", which is not known here/,
    ],
    [
      "a target twice",
      [
        { target: "a", constant: 1 },
        { target: "a", constant: 2 },
      ],
      /^mapping\.rows\.1\.target cannot stand beside a/,
    ],
    [
      "a target within another",
      [
        { target: "a", constant: 1 },
        { target: "a.b", constant: 2 },
      ],
      /^mapping\.rows\.1\.target cannot stand beside a/,
    ],
    [
      "a list that is an object",
      [
        { target: "a.0", constant: 1 },
        { target: "a.b", constant: 2 },
      ],
      /^mapping\.rows\.1\.target cannot stand beside a\.0/,
    ],
    [
      "a path with an empty step",
      [{ target: "a..b", constant: 1 }],
      /^mapping\.rows\.0\.target has a step without a name$/,
    ],
    [
      "a prototype",
      [{ target: "__proto__.a", constant: 1 }],
      /^mapping\.rows\.0\.target has a step __proto__/,
    ],
    [
      "a deep path",
      [{ target: "a.a.a.a.a.a.a.a.a", constant: 1 }],
      /^mapping\.rows\.0\.target has more than 8 steps$/,
    ],
    [
      "a place far away",
      [{ target: "a.50", constant: 1 }],
      /^mapping\.rows\.0\.target has place 50 of a list/,
    ],
    ["a long target", [{ target: "x".repeat(501), constant: 1 }], /^mapping\.rows\.0\.target is longer/],
  ])("is refused with %s", (_what, rows, wrong) => {
    expect(mapped(rows)).toMatch(wrong);
  });

  it("names every row at fault", () => {
    expect(
      mapped([
        { target: "a", field: "x" },
        { target: "b", constant: 1 },
        { target: "c", field: "y" },
      ]),
    ).toMatch(/mapping\.rows\.0\.field .*; mapping\.rows\.2\.field /);
  });

  it("that breaks at a lead's own values makes nothing", () => {
    const long = leadValues(toldLead({}, {}, { message: "x".repeat(20_001) }));
    expect(mapped([{ target: "m", template: "{{ message }}" }], long)).toBe(
      "Error: the mapping's template for m makes more than 20000 characters",
    );
    const rows = Array.from({ length: 26 }, (_, index) => ({ target: `m${index}`, field: "message" }));
    expect(mapped(rows, long)).toBe("Error: the mapping makes more than 500000 characters");
  });

  test.each([
    ["a field of the form", { field: "fields.budget" }, true],
    ["the message", { field: "message" }, true],
    ["a template with a field of the form", { template: "{{ fields.budget }}" }, true],
    ["a template with the message", { template: "{{ message }}" }, true],
    ["fields of ours alone", { template: "{{ email }}" }, false],
    ["a constant", { constant: "fields.budget" }, false],
  ])("asks for the submission for %s", (_what, source, needs) => {
    const read = readShape({ mapping: { only: true, rows: [{ target: "a", ...source }] } });
    expect(read.ok && mappingNeedsForm(read.read)).toBe(needs);
  });
});
