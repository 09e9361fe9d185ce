import type { SentLeadPayload } from "@leadrelay/contracts/lead-payload";
import { randomUUID } from "node:crypto";
import { describe, expect, test } from "vitest";
import { farEnd } from "./far-end.ts";
import { newPerson } from "../harness/person.ts";
import { useStack } from "./use-stack.ts";

const stack = useStack();
const { submit, stored, delivery, sends } = farEnd(stack);

/** A body as a browser would send it; names may repeat. */
type Body = [name: string, value: string][] | Record<string, string>;
/** People are told apart within a project: each case has one of its own, so that all may have the numbers of the documents. */
const own = () => `Project ${randomUUID()}`;
const from = () => ({ "cf-connecting-ip": newPerson().ip });

async function send(body: Body, project = own()): Promise<string> {
  const fields = new URLSearchParams(body);
  fields.set("project", project);
  const answer = await stack().post(fields, { accept: "application/json", ...from() });
  expect(answer.status).toBe(202);
  const { submission_id: id } = await answer.json<{ submission_id: string }>();
  return id;
}

async function got(id: string): Promise<SentLeadPayload | undefined> {
  await delivery(id, "delivered");
  return (await sends(id))[0]?.body;
}

type Case = [what: string, body: Body, got: Partial<SentLeadPayload>];
const german = { country_code: "DE" };
const email = "anna@example.com";

const asMeant: Case[] = [
  // The first that can be used
  [
    "a calling code before the number",
    { phone: "+91", mobile: "9876543210" },
    { phone_mobile: "+91-9876543210" },
  ],
  [
    "a number of six digits before one that is whole",
    { phone: "123456", mobile: "9876543210" },
    { phone_mobile: "+91-9876543210" },
  ],
  [
    "a word before the address",
    [
      ["email", "bad"],
      ["email", "b@example.com"],
    ],
    { email: "b@example.com" },
  ],
  // E-mails that say who they mean
  ["a wide @", { email: "ａｎｎａ＠example.com" }, { email, email1: email }],
  ["two addresses", { email: "a@example.com,b@example.com" }, { email: "a@example.com" }],
  ["an owner's name", { email: "Anna <anna@example.com>" }, { email }],
  // Country code twice, or without +
  ["a calling code twice", { phone: "+91919876543210" }, { phone_mobile: "+91-9876543210" }],
  ["two plus signs", { phone: "+7+78639222222" }, { phone_mobile: "+7-8639222222" }],
  [
    "a German code without its plus",
    { phone: "49(0)345279580", ...german },
    { phone_mobile: "+49-345279580" },
  ],
  // Characters inside a number, two spellings, two numbers
  ["a joiner", { phone: "98765\u200d43\ufe0f210" }, { phone_mobile: "+91-9876543210" }],
  ["Devanagari's digits", { phone: "९८७६५४३२१०" }, { phone_mobile: "+91-9876543210" }],
  ["Mexico's former 1", { phone: "+52 1 55 1234 5678" }, { phone_mobile: "+52-5512345678" }],
  ["two numbers", { phone: "9876543210 / 9123456780" }, { phone_mobile: "9876543210 / 9123456780" }],
  // Names
  ["a surname apart", { first_name: "Asha", last_name: "Rao", email }, { first_name: "Asha Rao" }],
  [
    "a whole name and its parts",
    { name: "Asha Rao", first_name: "Asha", last_name: "Rao", email },
    { first_name: "Asha Rao" },
  ],
  ["a script's words for a name", { name: "undefined undefined", email }, { first_name: null }],
  // Country named, another one's default applied
  [
    "a country's name",
    { phone: "(202) 555-0123", country_code: "United States" },
    { phone_mobile: "+1-2025550123" },
  ],
  [
    "a country's three letters",
    { phone: "98765 43210", country_code: "IND" },
    { phone_mobile: "+91-9876543210" },
  ],
  // Digits dropped or added without a word
  [
    "a letter for a digit",
    { phone: "98765 4321O", email },
    { phone_mobile: "98765 4321O", suspicion_reasons: "invalid_phone" },
  ],
  ["a trunk zero", { phone: "+48 (0) 22 512 12 34" }, { phone_mobile: "+48-225121234" }],
  [
    "an extension",
    { phone: "020 7946 0958 x123", country_code: "UK" },
    { phone_mobile: "+44-2079460958 x123" },
  ],
  // Words for nothing, and what is no e-mail address
  ["a word for no e-mail address", { email: "N/A", phone: "9876543210" }, { email: null, email1: null }],
  ["a calling code alone", { email, phone: "+91" }, { phone_mobile: null, suspicion_reasons: "" }],
  ["a link", { email: "mailto:anna@example.com" }, { email }],
  ["brackets", { email: "<anna@example.com>" }, { email }],
  ["a comma", { email: "anna@example.com," }, { email }],
  // Values that say nothing are sent all the same
  ["nobody's address", { email: "noemail@example.com" }, { email: "noemail@example.com" }],
  ["nobody's number", { phone: "9999999999" }, { phone_mobile: "+91-9999999999" }],
  ["a variable for a browser's id", { email, __visitor_id: "{{Visitor ID}}" }, { email, visitor_id: null }],
];

test("what people send reaches the receiver as it is meant, and the text stays in the payload", async () => {
  const ids = await Promise.all(asMeant.map(([, body]) => send(body)));
  for (const [index, [what, body, expected]] of asMeant.entries()) {
    const id = ids[index] ?? "";
    expect([what, await got(id)]).toMatchObject([what, expected]);
    const [row] = await stack().query<{ payload_json: string }>(
      "SELECT payload_json FROM lead_submissions WHERE client_id = 'cli_demo' AND public_id = ?",
      id,
    );
    for (const [, value] of new URLSearchParams(body)) expect(row?.payload_json).toContain(value);
  }
});

describe("one person", () => {
  test.each<[string, Body, Body]>([
    [
      "a domain in its own letters and in ASCII",
      { email: "info@müller.example" },
      { email: "info@xn--mller-kva.example" },
    ],
    ["an address with an unseen space behind it", { email }, { email: `${email}\u200b` }],
    ["an address as a link", { email }, { email: `mailto:${email}` }],
    ["a Mexican mobile with its former 1", { phone: "+52 1 55 1234 5678" }, { phone: "+52 55 1234 5678" }],
    ["a number with its code twice", { phone: "9876543210" }, { phone: "+91 91 98765 43210" }],
    ["the first of two numbers", { phone: "9876543210 / 9123456780" }, { phone: "+91 98765 43210" }],
    ["a number with an extension", { phone: "+1 212 555 0100 x101" }, { phone: "+1 212 555 0100" }],
  ])("is known again by %s", async (_, first, again) => {
    const project = own();
    const firstId = await send(first, project);
    const { lead_id } = await stored(firstId);
    expect(await stored(await send(again, project))).toMatchObject({ lead_id, outcome: "duplicate" });
  });
});

describe("two people", () => {
  test.each<[string, Body]>([
    ["a number of one digit", { phone: "9999999999" }],
    ["a counting row", { phone: "+91 1234567890" }],
    ["an address that is nobody's", { email: "noemail@example.com" }],
    ["an address of testers", { email: "test@test.com" }],
    ["a variable for a browser's id", { email: "", __visitor_id: "%VISITOR_ID%" }],
    ["a word for a browser's id", { email: "", __visitor_id: "undefined.undefined" }],
  ])("are not one for %s, and both are sent", async (_, shared) => {
    const project = own();
    for (const { email: someone } of [newPerson(), newPerson()]) {
      const body = Object.fromEntries(new URLSearchParams(shared));
      const id = await send(
        "phone" in body || body.email !== "" ? body : { ...body, email: someone },
        project,
      );
      expect(await stored(id)).toMatchObject({ submission_number: 1, outcome: "new_lead" });
      await delivery(id, "delivered");
    }
  });
});

test("an address and a number are kept under the one spelling that a search asks for", async () => {
  const project = own();
  const id = await submit({ email: "info@müller.example", phone: "+52 1 55 8765 4321", project }, from());
  const { lead_id } = await stored(id);
  const rows = await stack().query<{ kind: string; value: string }>(
    "SELECT kind, value FROM lead_identities WHERE client_id = 'cli_demo' AND lead_id = ? ORDER BY kind",
    lead_id,
  );
  expect(rows.filter(({ kind }) => kind !== "ip")).toEqual([
    { kind: "email", value: "info@xn--mller-kva.example" },
    { kind: "phone", value: "+52-5587654321" },
  ]);
});
