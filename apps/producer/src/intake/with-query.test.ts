import type { BodyEntry } from "@leadrelay/core/fields/extract-fields";
import { compileMapping, noMapping } from "@leadrelay/core/fields/field-mapping";
import * as fc from "fast-check";
import { expect, it, test } from "vitest";
import { unreadable } from "../refusal.ts";
import { emptyBody, type ParsedBody } from "./body/parsed-body.ts";
import { withQuery } from "./with-query.ts";

const address = (query: string) => `https://leads.test/f/frm_demo${query}`;
const bodyOf = (entries: BodyEntry[], dataBytes = 10): ParsedBody => ({
  kind: "parsed",
  entries,
  dataBytes,
  notes: ["own"],
});
const email: BodyEntry = ["email", "a@b.co"];

it.each<[string, BodyEntry[], string, BodyEntry[]]>([
  ["nothing", [email], "", [email]],
  ["an empty query", [email], "?", [email]],
  [
    "a project and a campaign",
    [email],
    "?project=Lakeside&utm_source=x",
    [email, ["project", "Lakeside"], ["utm_source", "x"]],
  ],
  ["escapes", [email], "?project=Lake+View%20%C3%A9", [email, ["project", "Lake View é"]]],
  ["a NUL", [email], "?project=a%00b", [email, ["project", "ab"]]],
  ["a repeated name", [email], "?x=1&x=2", [email, ["x", "1"], ["x", "2"]]],
  ["what the body names", [email], "?email=trap%40b.co", [email]],
  [
    "what the body names in another letter case",
    [["EMAIL", "a@b.co"]],
    "?email=trap%40b.co",
    [["EMAIL", "a@b.co"]],
  ],
  [
    "what the body names, though it is blank there",
    [email, ["project", ""]],
    "?project=x",
    [email, ["project", ""]],
  ],
  [
    "what the body fills in under another name",
    [["mobile", "123456"]],
    "?phone=999999",
    [["mobile", "123456"]],
  ],
  [
    "what the body leaves blank under another name",
    [["mobile", " "]],
    "?phone=999999",
    [
      ["mobile", " "],
      ["phone", "999999"],
    ],
  ],
  [
    "what the body has null under another name",
    [["mobile", null]],
    "?phone=999999",
    [
      ["mobile", null],
      ["phone", "999999"],
    ],
  ],
  [
    "what the body has no word for under another name",
    [["mobile", "null"]],
    "?phone=999999",
    [
      ["mobile", "null"],
      ["phone", "999999"],
    ],
  ],
  [
    "what the body has an empty list for under another name",
    [["mobile", []]],
    "?phone=999999",
    [
      ["mobile", []],
      ["phone", "999999"],
    ],
  ],
  [
    "another part of a name",
    [["first_name", "Asha"]],
    "?last_name=Rao",
    [
      ["first_name", "Asha"],
      ["last_name", "Rao"],
    ],
  ],
  [
    "another part of a whole name",
    [["name", "Asha"]],
    "?surname=Rao",
    [
      ["name", "Asha"],
      ["surname", "Rao"],
    ],
  ],
  ["the same part of a name by another name", [["fname", "Asha"]], "?first_name=Bob", [["fname", "Asha"]]],
  ["a whole name beside a part", [["first_name", "Asha"]], "?name=Villa", [["first_name", "Asha"]]],
  ["a mapped name beside another", [["name", "Asha"]], "?vorname=Bob", [["name", "Asha"]]],
  [
    "two mapped names",
    [["vorname", "Asha"]],
    "?nachname=Rao",
    [
      ["vorname", "Asha"],
      ["nachname", "Rao"],
    ],
  ],
  [
    "a part of a name beside a mapped one",
    [["vorname", "Asha"]],
    "?last_name=Rao",
    [
      ["vorname", "Asha"],
      ["last_name", "Rao"],
    ],
  ],
  [
    "what the body holds under a mapped path",
    [["contact", { email: "a@b.co" }]],
    "?email=trap%40b.co",
    [["contact", { email: "a@b.co" }]],
  ],
  [
    "what the form's mapping leads to a field that the body fills in",
    [email],
    "?kontakt=trap%40b.co",
    [email],
  ],
  ["what the body holds in a list", [["tags", ["x"]]], "?tags=y", [["tags", ["x"]]]],
  [
    "names of ours",
    [email],
    "?__pg_cta=Call&_next=https%3A%2F%2Fshop.example%2F",
    [email, ["__pg_cta", "Call"], ["_next", "https://shop.example/"]],
  ],
  [
    "an action that was escaped twice",
    [email],
    "?project=x&amp;utm_source=y",
    [email, ["project", "x"], ["utm_source", "y"]],
  ],
  ["a name without a value", [email], "?popup", [email, ["popup", ""]]],
  [
    "a question mark in a value",
    [email],
    "?page_url=https://x.y/?a=b",
    [email, ["page_url", "https://x.y/?a=b"]],
  ],
])("of the address counts what the body does not say: %s", (_what, entries, query, all) => {
  const mapping = compileMapping({
    kontakt: "email",
    vorname: "name",
    nachname: "name",
    "contact.email": "email",
  });
  expect(withQuery(bodyOf(entries), address(query), mapping)).toMatchObject({ entries: all, notes: ["own"] });
});

test("an empty body says nothing, so the address says it all", () => {
  expect(withQuery(emptyBody, address("?email=a%40b.co"), noMapping)).toMatchObject({
    kind: "parsed",
    entries: [email],
  });
  for (const query of ["", "?", "?&"])
    expect(withQuery(emptyBody, address(query), noMapping)).toBe(emptyBody);
});

test("a body that cannot be read is not replaced by an address", () => {
  const refused = unreadable("x");
  expect(withQuery(refused, address("?email=a%40b.co"), noMapping)).toBe(refused);
});

test("what is not UTF-8 in the address is told in a note", () => {
  expect(withQuery(bodyOf([email]), address("?x=%E9"), noMapping)).toMatchObject({
    notes: ["own", "not UTF-8: read as windows-1252"],
  });
});

it.each<[string, BodyEntry[], number, string, number]>([
  [
    "200 fields",
    Array.from({ length: 199 }, (_, index): BodyEntry => [`f${index}`, "x"]),
    10,
    "?a=1&b=2",
    200,
  ],
  ["64 KB", [email], 65_530, "?a=1&b=12345678&c=1", 2],
  ["200 fields of its own", [email], 10, `?${"x=1&".repeat(201)}`, 1],
])("what is more than %s is left out, and the lead is taken", (_what, entries, dataBytes, query, taken) => {
  const body = withQuery(bodyOf(entries, dataBytes), address(query), noMapping);
  expect(body).toMatchObject({ kind: "parsed", notes: ["own", expect.stringContaining("left out")] });
  expect(body.kind === "parsed" && body.entries).toHaveLength(taken);
});

test("whatever the address, the body says what it said, and the limits hold", () => {
  const sign = fc.constantFrom("&", "=", "%", "0", "f", "email", "a", "?", "+", "é", "\0");
  const query = fc.array(sign).map((signs) => signs.join(""));
  const entries = fc.array(fc.tuple(fc.constantFrom("email", "PHONE", "x", "__pg_hp"), fc.string()), {
    maxLength: 5,
  });
  fc.assert(
    fc.property(query, entries, (text, own) => {
      const body = withQuery(bodyOf(own), address(`?${text}`), noMapping);
      if (body.kind === "refused") throw new Error("A body that was read stays one");
      expect(body.entries.slice(0, own.length)).toEqual(own);
      expect(body.entries.length).toBeLessThanOrEqual(200);
      expect(body.dataBytes).toBeLessThanOrEqual(64 * 1024);
    }),
  );
});
