import * as fc from "fast-check";
import { expect, it, test } from "vitest";
import { extractFields as extractAll, textOf, type BodyEntry } from "./extract-fields.ts";
import {
  compileMapping,
  findField,
  findMappingTarget,
  noMapping,
  type FieldMapping,
} from "./field-mapping.ts";

const extractFields = (entries: readonly BodyEntry[], mapping: FieldMapping) =>
  extractAll(entries, mapping).fields;
const extract = (entries: BodyEntry[]) => extractFields(entries, noMapping);

test.each([
  ["name", "name"],
  ["first_name", "name"],
  ["FIRSTNAME", "name"],
  ["full_name", "name"],
  ["EMAIL", "email"],
  ["PHONE", "phone"],
  ["mobile", "phone"],
  ["phone_number", "phone"],
  ["Phone Number", "phone"],
  ["phone-number", "phone"],
  ["Mobile - Number", "phone"],
  ["tel", "phone"],
  ["E-Mail", "email"],
  ["email_address", "email"],
  ["Email Address", "email"],
  ["Full Name", "name"],
  ["given-name", "name"],
  ["Last Name", "name"],
  ["Country-Code", "country_code"],
  ["country_code", "country_code"],
  ["countrycode", "country_code"],
  ["COUNTRYCODE", "country_code"],
  ["project", "project"],
  ["location", "location"],
  ["team", "team"],
  ["source", "source"],
  ["keyword", "keyword"],
  ["message", "message"],
  ["USER_MESSAGE", "message"],
  ["cta", "cta"],
  ["__pg_cta", "cta"],
  ["page_url", "page_url"],
  ["utm_source", "utm_source"],
  ["UTM_Campaign", "utm_campaign"],
  ["gclid", "gclid"],
  ["gbraid", "gbraid"],
  ["wbraid", "wbraid"],
  ["msclkid", "msclkid"],
  ["fbclid", "fbclid"],
  ["__visitor_id", "visitor_id"],
  ["__session_id", "session_id"],
  ["__pg_hp", "honeypot"],
  ["__pg_website", "honeypot"],
  ["__pg_tts", "time_to_submit"],
])("%s is known as %s", (name, field) => {
  expect(extract([[name, "x"]])).toEqual({ [field]: "x" });
});

it.each([
  ["false"],
  ["FALSE "],
  ["False"],
  ["0"],
  ["0.00"],
  ["-0"],
  ["[]"],
  ["{}"],
  ["none"],
  ["nil"],
  ["(null)"],
  ["empty"],
  ["''"],
  ["\u00a0"],
  ["\u200b"],
  ["OFF"],
  ["false,false"],
  ["no"],
  ["off"],
  ["undefined"],
  ["null"],
  ["NaN"],
  ["N/A"],
  ["-"],
  ["{{website}}"],
  ["[object Object]"],
  [" "],
  [false],
  [0],
  [-0],
  [null],
  [[]],
  [{}],
])("a honeypot of %j is not filled", (value) => {
  expect(extract([["__pg_hp", value]])).toEqual({});
  expect(
    extract([
      ["__pg_hp", value],
      ["__pg_website", "x"],
    ]),
  ).toEqual({ honeypot: "x" });
});

it.each([
  ["x"],
  ["true"],
  ["on"],
  ["1"],
  ["yes"],
  ["https://spam.example"],
  ["no thanks"],
  ["None of your business"],
  ["Asha Rao"],
  ["asha@example.com"],
  ["9820012345"],
  ["false,true"],
  [true],
  [1],
])("a honeypot of %j is filled", (value) =>
  expect(extract([["__pg_hp", value]])).toEqual({ honeypot: String(value) }),
);

test.each([
  "last_name",
  "surname",
  "family-name",
  "middle_name",
  "given_name",
  "fullname",
  "lname",
  "Name[first]",
])("%s is part of a name", (name) => expect(extract([[name, "x"]])).toEqual({ name: "x" }));

test.each<[string, BodyEntry[], object]>([
  [
    "of two e-mail addresses the one that is one",
    [
      ["email", "bad"],
      ["email", "b@example.com"],
    ],
    { email: "b@example.com" },
  ],
  [
    "of two phones the one with digits enough",
    [
      ["phone", "+91"],
      ["mobile", "9876543210"],
    ],
    { phone: "9876543210" },
  ],
  [
    "words for nothing as blank",
    [
      ["email", "N/A"],
      ["phone", "null"],
      ["name", "undefined undefined"],
    ],
    {},
  ],
  ["a word where no address is as typed", [["email", "at the desk"]], { email: "at the desk" }],
  [
    "a name's parts together",
    [
      ["last_name", "Rao"],
      ["first_name", "Asha"],
    ],
    { name: "Asha Rao" },
  ],
])("takes %s", (_, entries, fields) => expect(extract(entries)).toEqual(fields));

test("a field that the form's own mapping names yields to a built-in one only where it is blank", () => {
  const mapping = compileMapping({ kontakt: "email" });
  const email: BodyEntry = ["email", "anna@example.com"];
  expect(extractFields([["kontakt", "n/a"], email], mapping)).toEqual({ email: "anna@example.com" });
  expect(extractFields([["kontakt", "bad"], email], mapping)).toEqual({ email: "bad" });
  expect(extractFields([email, ["kontakt", "anna@gmail"]], mapping)).toEqual({ email: "anna@gmail" });
  expect(extractFields([["kontakt", "b@example.com"], email], mapping)).toEqual({ email: "b@example.com" });
  expect(extractFields([email, ["kontakt", "bad"]], noMapping)).toEqual({ email: "anna@example.com" });
});

test("the same of a phone, for which a calling code that was there before is as good as blank", () => {
  const mapping = compileMapping({ telefon: "phone", rückruf: "phone" });
  const read = (...entries: BodyEntry[]) => {
    const { fields, otherPhones } = extractAll(entries, mapping);
    return [fields.phone, ...otherPhones];
  };
  const hidden: BodyEntry = ["phone", "022 1234567"];
  expect(read(["telefon", "1234"], hidden)).toEqual(["1234"]);
  expect(read(hidden, ["telefon", "98765 43210"])).toEqual(["98765 43210"]);
  expect(read(["telefon", "+91"], hidden)).toEqual(["022 1234567"]);
  expect(read(["telefon", "-"], hidden)).toEqual(["022 1234567"]);
  expect(read(["telefon", "12"], ["rückruf", "98765 43210"], hidden)).toEqual(["98765 43210"]);
});

test("further values for a phone are kept, each once, four at most, because which can be dialled is decided later", () => {
  const phones = (texts: string[], mapping = noMapping) => {
    const entries = texts.map((text): BodyEntry => ["phone", text]);
    return extractAll(entries, mapping).otherPhones;
  };
  expect(phones([])).toEqual([]);
  expect(phones(["123456"])).toEqual([]);
  expect(phones(["123456", "12", " 9876543210 ", "9876543210", "123456"])).toEqual(["9876543210"]);
  expect(phones(["111111", "222222", "333333", "444444", "555555", "666666"])).toEqual([
    "222222",
    "333333",
    "444444",
    "555555",
  ]);
  expect(phones(["1".repeat(250), "2".repeat(250), "3".repeat(251)])).toEqual(["2".repeat(250)]);
  const mapping = compileMapping({ rückruf: "phone" });
  const entries: BodyEntry[] = [
    ["phone", "222222"],
    ["rückruf", "111111"],
    ["message", "333333"],
  ];
  expect(extractAll(entries, mapping).otherPhones).toEqual([]);
});

test("what is not given has no key", () => {
  expect(
    Object.keys(
      extract([
        ["message", "  "],
        ["source", ""],
        ["name", "-"],
      ]),
    ),
  ).toEqual([]);
});

test("values are trimmed, and the first that is not blank counts", () => {
  expect(
    extract([
      ["email", "   "],
      ["EMAIL", " anna@example.com "],
      ["email", "late@example.com"],
    ]),
  ).toEqual({ email: "anna@example.com" });
});

test("numbers and booleans become text; objects stay in the payload only", () => {
  expect(
    extract([
      ["phone", 919_999_999_999],
      ["source", true],
      ["email", { address: "anna@example.com" }],
      ["name", [["Anna"], { first: "Anna" }]],
      ["project", null],
    ]),
  ).toEqual({ phone: "919999999999", source: "true" });
});

test.each<[string, BodyEntry[], object]>([
  ["is that value", [["email", ["anna@example.com"]]], { email: "anna@example.com" }],
  ["is its first that can be used", [["phone", ["", "+91", 9876543210]]], { phone: "9876543210" }],
  [
    "comes where it stands",
    [
      ["email", ["anna"]],
      ["email", ["b@example.com", "c@example.com"]],
    ],
    { email: "b@example.com" },
  ],
  ["says no more than twenty", [["email", [...Array<string>(20).fill("x"), "a@b.co"]]], { email: "x" }],
  ["is nothing where it is empty", [["email", []]], {}],
  ["has brackets in a form", [["email[]", "anna@example.com"]], { email: "anna@example.com" }],
  ["has its place in brackets too", [["Phone[0]", "98765 43210"]], { phone: "98765 43210" }],
])("a list of values %s", (_what, entries, fields) => expect(extract(entries)).toEqual(fields));

test.each<[string, BodyEntry[], object]>([
  ["a number for an address is a number", [["email", "+91 98765 43210"]], { phone: "+91 98765 43210" }],
  ["an address for a number is an address", [["phone", "anna@example.com"]], { email: "anna@example.com" }],
  [
    "both the other way round are both",
    [
      ["email", "98765 43210"],
      ["phone", "anna@example.com"],
    ],
    { email: "anna@example.com", phone: "98765 43210" },
  ],
  [
    "what stands in its own place comes first",
    [
      ["email", "9123456780"],
      ["phone", "98765 43210"],
    ],
    { phone: "98765 43210" },
  ],
  [
    "what stands in its own place and can be used by nobody does not",
    [
      ["email", "anna"],
      ["phone", "anna2024@example.com"],
    ],
    { email: "anna2024@example.com" },
  ],
  [
    "a number beside an address is one of both",
    [["phone", "98765 43210 anna@example.com"]],
    { phone: "98765 43210 anna@example.com" },
  ],
  ["a mailbox without its domain is no number", [["email", "anna2024123"]], { email: "anna2024123" }],
  ["WhatsApp's id is a number", [["phone", "919876543210@c.us"]], { phone: "919876543210@c.us" }],
])("what is given for the other: %s", (_what, entries, fields) => expect(extract(entries)).toEqual(fields));

test.each([
  ["Email:", "email"],
  ["E-mail *", "email"],
  ["Phone Number(*)", "phone"],
  ["Your Phone?", undefined],
  ["ｅｍａｉｌ", "email"],
  ["email\u200b", "email"],
  ["\u2060Phone Number\u00a0:", "phone"],
  ["mail:to", undefined],
])("a label as a name, %j, is known as %s", (name, field) => expect(findField(name, noMapping)).toBe(field));

test("HTML's references are undone in what we know, and in nothing else", () => {
  const entries: BodyEntry[] = [
    ["name", "&#1040;&#1085;&#1085;&#1072; O&#039;Neil"],
    ["email", "anna&#64;example.com"],
    ["project", "Lake &amp; View"],
    ["phone", "&nbsp;98765&nbsp;43210"],
    ["other", "&amp;"],
  ];
  expect(extract(entries)).toEqual({
    name: "Анна O'Neil",
    email: "anna@example.com",
    project: "Lake & View",
    phone: "98765 43210",
  });
});

test("a form's own mapping outranks the built-in names, wherever its field stands", () => {
  const mapping = compileMapping({ "E-Mail-Adresse": "email", Name: "project", kampagne: "UTM_Campaign" });
  const entries: BodyEntry[] = [
    ["email", "trap@example.com"],
    ["name", "Villa"],
    ["e-mail-adresse", "anna@example.com"],
    ["kampagne", "may"],
  ];
  expect(extractFields(entries, mapping)).toEqual({
    email: "anna@example.com",
    project: "Villa",
    utm_campaign: "may",
  });
});

test("a mapping to a field we do not know is left out", () => {
  expect(compileMapping({ a: "nonsense", b: "constructor", c: "first_name" })).toEqual(
    new Map([["c", "name"]]),
  );
});

test("names from the network never reach a prototype", () => {
  for (const name of ["__proto__", "constructor", "toString", "hasOwnProperty", "utm_", "utm_é"])
    expect(extract([[name, "x"]])).toEqual({});
});

test("whatever comes, fields hold known names and trimmed text that is not blank", () => {
  const entry = fc.tuple(
    fc.oneof(fc.constantFrom("email", "PHONE", "utm_x", "__proto__"), fc.string()),
    fc.jsonValue(),
  );
  fc.assert(
    fc.property(fc.array(entry), (entries) => {
      for (const [name, value] of Object.entries(extract(entries))) {
        expect(name).toMatch(/^[a-z_0-9]+$/);
        expect(value).toBe(value?.trim());
        expect(value).not.toBe("");
      }
    }),
  );
});

it.each([
  ["as the form's own mapping says", "Betreff", "message"],
  ["whatever the built-in names say of it", " NAME ", "project"],
  ["else by the built-in names, in any letter case", " Mobile", "phone"],
  ["a campaign's name as it is", "UTM_Term", "utm_term"],
  ["one nobody knows as nothing", "colour", undefined],
])("a body's field is known %s", (_what, name, field) => {
  expect(findField(name, compileMapping({ betreff: "message", name: "project" }))).toBe(field);
});

it.each([
  ["a field of ours", "Visitor_ID", "visitor_id"],
  ["an alias of one", " full_name ", "name"],
  ["a campaign's field", "utm_source", "utm_source"],
  ["one with the longest name", `utm_${"a".repeat(40)}`, `utm_${"a".repeat(40)}`],
  ["one whose name is too long", `utm_${"a".repeat(41)}`, undefined],
  ["one with a sign that no key should have", "utm_a-b", undefined],
  ["something before it", "x_utm_source", undefined],
])("a mapping may name %s", (_what, name, field) => {
  expect(findMappingTarget(name)).toBe(field);
});

it("a mapped name leads to its field only, though a built-in name says otherwise", () => {
  const entries: BodyEntry[] = [
    ["email", "Villa"],
    ["mobile", "123456"],
  ];
  expect(extractFields(entries, compileMapping({ email: "project" }))).toEqual({
    project: "Villa",
    phone: "123456",
  });
});

it.each([
  [" a ", "a"],
  [0, "0"],
  [false, "false"],
  [null, ""],
  [undefined, ""],
  [["a"], ""],
  [{ a: 1 }, ""],
])("%j as text is %j", (value, text) => expect(textOf(value)).toBe(text));

it.each<[string, string, BodyEntry[]]>([
  ["nested JSON, by a path", "contact.email", [["contact", { email: "a@b.co" }]]],
  ["nested JSON, by brackets", "contact[email]", [["contact", { email: "a@b.co" }]]],
  ["nested JSON in any letter case", "Contact.Email", [["CONTACT", { EMAIL: "a@b.co" }]]],
  ["three levels down", "data.lead.mail", [["data", { lead: { mail: "a@b.co" } }]]],
  ["a list's place", "people[1].mail", [["people", [{ mail: "x@y.z" }, { mail: "a@b.co" }]]]],
  [
    "a list without a place: its first",
    "people[].mail",
    [["people", [{ mail: "a@b.co" }, { mail: "x@y.z" }]]],
  ],
  ["a list of values", "emails", [["emails", ["a@b.co", "x@y.z"]]]],
  ["a form's brackets, by a path", "contact.email", [["contact[email]", "a@b.co"]]],
  ["a form's brackets, as they are", "contact[email]", [["contact[email]", "a@b.co"]]],
  ["one of several", "mail", [["mail[]", "a@b.co"]]],
  ["a name that holds a dot", "input_1.3", [["input_1.3", "a@b.co"]]],
  ["a member whose name holds a dot", "a.b.c", [["a", { "b.c": "a@b.co" }]]],
  ["a decomposed name, as macOS writes it", "gr\u00f6\u00dfe", [["gro\u0308\u00dfe", "a@b.co"]]],
  ["a composed name by a decomposed mapping", "gro\u0308\u00dfe", [["GR\u00d6\u00dfE", "a@b.co"]]],
])("a mapping reaches %s", (_what, theirs, entries) => {
  expect(extractFields(entries, compileMapping({ [theirs]: "email" }))).toEqual({ email: "a@b.co" });
});

it("nested values are reached by a mapping only", () => {
  expect(extract([["contact", { email: "a@b.co" }]])).toEqual({});
  expect(extractFields([["contact", { email: "a@b.co" }]], compileMapping({ tel: "phone" }))).toEqual({});
});

it("a name that a mapping leads elsewhere is no alias, written with brackets either", () => {
  expect(extractFields([["email[]", "x"]], compileMapping({ email: "project" }))).toEqual({ project: "x" });
});
