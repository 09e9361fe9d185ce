import { shapeLimits } from "@leadrelay/contracts/shape";
import { isLeadName, payloadNameOf } from "@leadrelay/core/shape/lead-names";
import { leadValues } from "@leadrelay/core/shape/lead-values";
import { judgeFilter } from "@leadrelay/core/shape/judge-filter";
import { mapLead } from "@leadrelay/core/shape/map-lead";
import { readShape } from "@leadrelay/core/shape/read-shape";
import { templateLimits } from "@leadrelay/core/templates/template-limits";
import { samplePayload } from "@leadrelay/adapters/make/sample-payload";
import { describe, expect, it } from "vitest";
import { readDoc } from "./read-docs.ts";

const page = readDoc("docs/mapping.md");
const nowMs = Date.UTC(2026, 10, 30, 12, 30);

/** A lead of India as the page speaks of one, whose form posted these fields. */
const leadWith = (form: Record<string, unknown>) =>
  leadValues({
    event: { id: "evt_1", type: "lead.created", created_at: nowMs },
    payload: {
      ...samplePayload,
      first_name: "Asha Rao",
      user_city: "Pune",
      user_country: "IN",
      email: "asha@example.com",
    },
    attribution: { first: null, latest: null },
    message: "Please call me",
    payload_json: JSON.stringify(form),
    delivery_public_id: "dlv_1",
  });

/** A shape as it is kept; throws what is wrong with it. */
function shapeOf(given: object) {
  const read = readShape(given);
  if (!read.ok) throw new Error(JSON.stringify(read.problems));
  return read;
}

const conditionOf = (filter: unknown) => shapeOf({ filter }).read.condition;
const passes = (filter: unknown, form: Record<string, unknown>): boolean => {
  const condition = conditionOf(filter);
  return condition === null || judgeFilter(condition, leadWith(form)).passes;
};
const made = (row: object, form: Record<string, unknown> = {}): unknown => {
  const { mapping } = shapeOf({ mapping: { only: true, rows: [row] } }).read;
  return mapping === null ? null : mapLead(mapping, leadWith(form), nowMs).body;
};

const filters = [...page.matchAll(/^\| `([a-z].*?)`\s+\| `(\{.*?\})`\s+\|$/gm)].map(
  ([, words = "", json = ""]): [string, string] => [words, json],
);

describe("a filter in docs/mapping.md", () => {
  it("is in its table", () => expect(filters).toHaveLength(12));

  it.each(filters)("%s is %s", (words, json) => {
    expect(conditionOf(words)).toEqual(conditionOf(JSON.parse(json)));
  });

  it("of the first command joins two conditions", () => {
    const [, words = ""] = /--only '([^']+)'/.exec(page) ?? [];
    expect(conditionOf(words)).toEqual(
      conditionOf({ $and: [{ country: "IN" }, { "fields.budget": { $gte: "5000" } }] }),
    );
  });
});

describe("docs/mapping.md says of values that", () => {
  const budget = { "fields.budget": { $gte: "5000" } };
  const visit = { "fields.visit": { $gt: "2026-12-01" } };
  it.each<[what: string, shown: string, filter: object, form: Record<string, unknown>, isMet: boolean]>([
    ["texts have no capitals", "without regard to capitals", { "fields.a": "pune" }, { a: " PUNE " }, true],
    ["5,000 is a number", "`5,000`", budget, { budget: "5,000" }, true],
    ["5,00,000 is one", "`5,00,000`", budget, { budget: "5,00,000" }, true],
    ["₹ 5000 is one", "`₹ 5000`", budget, { budget: "₹ 5000" }, true],
    ["4,999 is less", "As numbers", budget, { budget: "4,999" }, false],
    ["a zero before it makes a code", "is a code, and text", { "fields.a": 7 }, { a: "007" }, false],
    ["a word is never more than a number", "A word is never more or less", budget, { budget: "much" }, false],
    ["2026-12-02 is after", "`2026-12-01`", visit, { visit: "2026-12-02" }, true],
    ["the day comes first", "`01/12/2026` with the day first", visit, { visit: "02/12/2026" }, true],
    ["on is true", "`true` is `yes`, `on` and `1`", { "fields.a": true }, { a: "on" }, true],
    ["yes is true", "`true` is `yes`", { "fields.a": true }, { a: "yes" }, true],
    ["null is what is blank", "`null` is whatever is blank", { "fields.a": null }, { a: "" }, true],
    ["one of several is enough", "one that fits is enough", { "fields.a": "x" }, { a: ["y", "x"] }, true],
    [
      "none of several may be what is kept out",
      "none may",
      { "fields.a": { $ne: "x" } },
      { a: ["y", "x"] },
      false,
    ],
    ["who says nothing passes", "passes them", { "fields.a": { $ne: "x" } }, {}, true],
    [
      "lists of conditions may be joined",
      "`$nor` take lists",
      { $nor: [{ country: "US" }, budget] },
      {},
      true,
    ],
    ["$not turns one round", "`$not` turns", { country: { $not: { $eq: "US" } } }, {}, true],
  ])("%s", (_what, shown, filter, form, isMet) => {
    expect(page).toContain(shown);
    expect(passes(filter, form)).toBe(isMet);
  });

  it.each(["$regex", "$where"])("%s is none of its signs", (sign) => {
    expect(readShape({ filter: { country: { [sign]: "IN" } } }).ok).toBe(false);
  });
});

const [, fieldsPart = ""] = page.split("## Fields\n");
const [namesPart = ""] = fieldsPart.split("- **The form's own");

it.each([...namesPart.matchAll(/`([\w]+)`/g)].map(([, name = ""]) => name))(
  "the field %s of docs/mapping.md is one",
  (name) => expect(isLeadName(payloadNameOf(name))).toBe(true),
);

it.each([
  ["`fields.How soon?`", "fields.How soon?", "now"],
  ["`fields.how_soon?`", "fields.how_soon?", "now"],
  ["`fields.home.city`", "fields.home.city", "Pune"],
])("a field of the form may be called %s", (shown, field, value) => {
  expect(page).toContain(shown);
  expect(made({ target: "it", field }, { "How soon?": "now", home: { city: "Pune" } })).toEqual({
    it: value,
  });
});

describe("a mapping in docs/mapping.md", () => {
  it("of its command makes what that says", () => {
    const [, template = ""] = /--map '\w+ = ([^']+)'/.exec(page) ?? [];
    expect(page).toContain(
      `--field lead_name=first_name --const source=LeadRelay --map 'title = ${template}'`,
    );
    expect(made({ target: "title", template })).toEqual({ title: "Asha Rao from Pune" });
  });

  it.each<[template: string, text: string]>([
    ['{{ first_name | split: " " | first }}', "Asha"],
    ['{{ happened_at | date: "%d %b %Y %H:%M", "Asia/Kolkata" }}', "30 Nov 2026 18:00"],
    ['{{ fields["How soon?"] | default: "not said" }}', "not said"],
  ])("%s makes %s", (template, text) => {
    expect(page).toContain(`\`${template}\``);
    expect(made({ target: "it", template })).toEqual({ it: text });
  });

  it("may have a condition, and no loop", () => {
    const template = (body: string) => `{% if country == "IN" %}${body}{% endif %}`;
    expect(page).toContain(`\`${template("…")}\``);
    expect(made({ target: "it", template: template("yes") })).toEqual({ it: "yes" });
    const loop = { target: "it", template: "{% for a in (1..9) %}{% endfor %}" };
    expect(readShape({ mapping: { rows: [loop] } }).ok).toBe(false);
  });

  it("may stand under a path, whose dots in names are escaped", () => {
    expect(page).toContain("`contact.phones.0.value` (a dot within a name is `\\.`)");
    expect(made({ target: "contact.phones.0.value", constant: "x" })).toEqual({
      contact: { phones: [{ value: "x" }] },
    });
    expect(made({ target: String.raw`a\.b`, constant: "x" })).toEqual({ "a.b": "x" });
  });

  it.each([
    [templateLimits.characters, "characters of template"],
    [templateLimits.steps, "steps"],
    [shapeLimits.made, "characters of text"],
  ])("is counted: %i %s", (limit, what) => {
    expect(page).toContain(`${limit.toLocaleString("en").replaceAll(",", " ")} ${what}`);
  });
});
