import { describe, expect, it, test } from "vitest";
import { postedEntries } from "./posted-entries.ts";
import { seenFields } from "./seen-fields.ts";

const short = (payloads: Record<string, unknown>[], mapping: Record<string, string> = {}) =>
  seenFields(payloads, mapping).map(({ name, posts, sample, taken_for, why }) => [
    name,
    posts,
    sample,
    taken_for,
    why,
  ]);

describe("a field that was seen", () => {
  test.each<[string, Record<string, unknown>, Record<string, string>, unknown[]]>([
    ["is what its name says", { Email: "a@b.co" }, {}, ["Email", 1, "a@b.co", "email", "name"]],
    [
      "is what the form says, whatever its name",
      { email: "x" },
      { email: "cta" },
      ["email", 1, "x", "cta", "mapping"],
    ],
    [
      "is what the form says in another letter case",
      { KONTAKT: "x" },
      { kontakt: "email" },
      ["KONTAKT", 1, "x", "email", "mapping"],
    ],
    ["means nothing", { budget: 5 }, {}, ["budget", 1, "5", null, "none"]],
    ["has a blank value", { budget: "  " }, {}, ["budget", 1, null, null, "none"]],
    [
      "counts for nothing beside the form's own",
      { phone: "1" },
      { tel9: "phone" },
      ["phone", 1, "1", "phone", "outranked"],
    ],
    ["is a campaign", { utm_source: "g" }, { x: "utm_source" }, ["utm_source", 1, "g", "utm_source", "name"]],
    [
      "is nested, which only the form can name",
      { contact: { email: "a" } },
      {},
      ["contact.email", 1, "a", null, "none"],
    ],
    [
      "is nested, and named",
      { contact: { email: "a" } },
      { "contact[email]": "email" },
      ["contact.email", 1, "a", "email", "mapping"],
    ],
    ["came several times", { tag: ["", "b"] }, {}, ["tag", 1, "b", null, "none"]],
  ])("%s", (_what, payload, mapping, field) => {
    expect(short([payload], mapping)).toEqual([field]);
  });
});

it("is counted once a post, under its latest name, with the latest value that says something", () => {
  expect(short([{ Email: "" }, { email: "b@b.co", note: "x" }, { EMAIL: "c@b.co" }])).toEqual([
    ["Email", 3, "b@b.co", "email", "name"],
    ["note", 1, "x", null, "none"],
  ]);
});

it("a stored list of plain values is a name that came several times, any other stays as it is", () => {
  expect(postedEntries({ a: ["1", 2], b: [{ c: 1 }], d: { e: 1 }, f: [] })).toEqual([
    ["a", "1"],
    ["a", 2],
    ["b", [{ c: 1 }]],
    ["d", { e: 1 }],
  ]);
});

it("a machine's body does not grow the list without end", () => {
  const payload = Object.fromEntries(Array.from({ length: 500 }, (_, index) => [`f${index}`, "x"]));
  expect(seenFields([payload, { other: "x" }], {})).toHaveLength(200);
});
