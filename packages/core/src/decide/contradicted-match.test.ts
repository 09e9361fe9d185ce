import { describe, expect, it } from "vitest";
import { crm, decide, home, known } from "../../test/decide-posts.ts";
import { sampleFacts, sampleForm, type Posted } from "../../test/decide-samples.ts";
import type { Detail } from "./contradiction.ts";
import { identityKey } from "../identity/identity.ts";
import type { Facts, KnownLead } from "./facts.ts";

const anna = { name: "Anna Bell", email: "anna@x.io", phone: "+91 98765 43210" };
const bob = { name: "Bob Cole", email: "bob@x.io", phone: "+91 91234 56780" };
const v = { visitor_id: "kiosk" };
const desk = { phone: "+1 212 555 0100" };

const withGuard = (identity_guard: boolean | null): Partial<Facts> => ({
  forms: new Map([["form", { ...sampleForm, identity_guard }]]),
});

/** What becomes of the second post: its rule, and what differs from the person it was found as. */
function second(first: Posted, then: Posted, guard: boolean | null) {
  const { plan, traces } = decide([first, then], sampleFacts(withGuard(guard)));
  const [, trace] = traces;
  return {
    rule: trace?.rule,
    leads: plan.newLeads.length,
    sent: plan.deliveries.length,
    passedOver: trace?.passed_over.map(({ kind, differs }) => [kind, ...differs]),
  };
}

type Case = [what: string, first: Posted, then: Posted, by: string, ...differs: Detail[]];

/** Two people: two leads with the guard, one without it. */
const strangers: Case[] = [
  [
    "who share a browser and nothing else",
    { ...anna, ...v },
    { ...bob, ...v },
    "visitor_id",
    "email",
    "phone",
    "name",
  ],
  [
    "who share a browser and gave e-mail and phone",
    { ...v, email: anna.email, phone: anna.phone },
    { ...v, email: bob.email, phone: bob.phone },
    "visitor_id",
    "email",
    "phone",
  ],
  [
    "who share a browser and gave name and e-mail",
    { ...v, name: "Anna", email: anna.email },
    { ...v, name: "Bob", email: bob.email },
    "visitor_id",
    "email",
    "name",
  ],
  [
    "who share a browser and gave name and phone",
    { ...v, name: "Anna", phone: anna.phone },
    { ...v, name: "Bob", phone: bob.phone },
    "visitor_id",
    "phone",
    "name",
  ],
  [
    "who share a browser, one with a number that cannot be read",
    { ...v, name: "Anna", phone: "12345" },
    { ...v, name: "Bob", phone: bob.phone },
    "visitor_id",
    "phone",
    "name",
  ],
  [
    "who share a browser and a number that cannot be read",
    { ...anna, ...v, phone: "12345" },
    { ...bob, ...v, phone: "12345" },
    "visitor_id",
    "email",
    "name",
  ],
  [
    "who share a browser and a word that is no e-mail address",
    { ...anna, ...v, email: "none" },
    { ...bob, ...v, email: "none" },
    "visitor_id",
    "phone",
    "name",
  ],
  ["who are a couple on one e-mail address", anna, { ...bob, email: anna.email }, "email", "phone", "name"],
  [
    "who share an e-mail address, one with a number that cannot be read",
    anna,
    { ...bob, email: anna.email, phone: "12345" },
    "email",
    "phone",
    "name",
  ],
  ["who give a reception desk's phone", { ...anna, ...desk }, { ...bob, ...desk }, "phone", "email", "name"],
  [
    "who share a phone and a surname's particle",
    { ...anna, name: "Ana de Rey" },
    { ...bob, name: "Rui de Sá", phone: anna.phone },
    "phone",
    "email",
    "name",
  ],
  [
    "who share a browser at one address",
    { ...anna, ...v, ...home },
    { ...bob, ...v, ...home },
    "visitor_id",
    "email",
    "phone",
    "name",
  ],
  [
    "who share an address, one with an e-mail address, one with a phone",
    { ...home, name: "Anna", email: anna.email },
    { ...home, name: "Bob", phone: bob.phone },
    "ip",
    "name",
  ],
  [
    "who share an address and gave names alone",
    { ...home, name: "Anna" },
    { ...home, name: "Bob" },
    "ip",
    "name",
  ],
];

const nobodys = "+91 99999 99999";

/** One person, with the guard or without it. */
const samePerson: Case[] = [
  [
    "who gives a number after one that is nobody's, and another form of the name",
    { name: "Anna", email: anna.email, phone: nobodys },
    { name: "Ms Sharma", email: anna.email, phone: anna.phone },
    "email",
  ],
  [
    "who gives a number that is nobody's after one, and another form of the name",
    { name: "Anna", email: anna.email, phone: anna.phone },
    { name: "Ms Sharma", email: anna.email, phone: `${nobodys} x12` },
    "email",
  ],
  [
    "who gives two numbers that are nobody's, and another form of the name",
    { name: "Anna", email: anna.email, phone: nobodys },
    { name: "Ms Sharma", email: anna.email, phone: "+1 234 567 8901" },
    "email",
  ],
  [
    "who gives a number after one that is nobody's, from one address",
    { ...home, name: "Anna", phone: nobodys },
    { ...home, name: "Anna", phone: anna.phone },
    "ip",
  ],
  ["who says the same again", { ...anna, ...v }, { ...anna, ...v }, "visitor_id"],
  [
    "who corrects the phone in the same browser",
    { ...anna, ...v },
    { ...anna, ...v, phone: bob.phone },
    "visitor_id",
  ],
  [
    "who corrects the e-mail address in the same browser",
    { ...anna, ...v },
    { ...anna, ...v, email: bob.email },
    "visitor_id",
  ],
  [
    "who corrects the name in the same browser",
    { ...anna, ...v },
    { ...anna, ...v, name: bob.name },
    "visitor_id",
  ],
  [
    "who corrects name and phone, the e-mail address the same",
    { ...anna, ...v },
    { ...bob, ...v, email: anna.email },
    "visitor_id",
  ],
  [
    "who corrects name and e-mail address, the phone the same",
    { ...anna, ...v },
    { ...bob, ...v, phone: anna.phone },
    "visitor_id",
  ],
  [
    "whose e-mail address alone was given, and is another in the same browser",
    { ...v, email: anna.email },
    { ...v, email: bob.email },
    "visitor_id",
  ],
  [
    "who gives the e-mail address first and the phone then, under another name",
    { ...v, name: "Anna", email: anna.email },
    { ...v, name: "Bob", phone: bob.phone },
    "visitor_id",
  ],
  ["who corrects the phone", anna, { ...anna, phone: bob.phone }, "email"],
  [
    "who corrects the phone, and gives but a surname",
    anna,
    { ...anna, name: "Bell", phone: bob.phone },
    "email",
  ],
  ["who corrects the phone, and gives no name", anna, { email: anna.email, phone: bob.phone }, "email"],
  ["who corrects the name", anna, { ...anna, name: bob.name }, "email"],
  ["who gives another name and no phone", anna, { name: bob.name, email: anna.email }, "email"],
  [
    "who gives another name, and a phone where there was none",
    { name: anna.name, email: anna.email },
    { ...bob, email: anna.email },
    "email",
  ],
  ["who corrects the e-mail address", anna, { ...anna, email: bob.email }, "phone"],
  ["who gives another name and no e-mail address", anna, { name: bob.name, phone: anna.phone }, "phone"],
  [
    "who gives another name and a word that is no e-mail address",
    anna,
    { ...bob, email: "none", phone: anna.phone },
    "phone",
  ],
  [
    "who tells first the name, then the phone, from one address",
    { ...home, name: "Anna" },
    { ...home, name: "Anna B", phone: anna.phone },
    "ip",
  ],
  [
    "who tells no name the second time, from one address",
    { ...home, name: "Anna", email: anna.email },
    { ...home, phone: anna.phone },
    "ip",
  ],
];

describe("two people", () => {
  it.each(strangers)("%s are two leads, both sent", (_, first, then, by, ...differs) => {
    const two = { rule: "contradicted_match", leads: 2, sent: 2, passedOver: [[by, ...differs]] };
    expect(second(first, then, null)).toEqual(two);
    expect(second(first, then, true)).toEqual(two);
  });

  it.each(strangers)("%s are one lead where the form has no guard", (_, first, then) => {
    expect(second(first, then, false)).toMatchObject({ leads: 1, passedOver: [] });
    expect(second(first, then, false).rule).toMatch(/^(duplicate_window|ip_match_new_contact)$/);
  });
});

describe("one person", () => {
  it.each(samePerson)("%s is one lead, with the guard and without", (_, first, then, by) => {
    for (const guard of [null, true, false]) {
      const { plan, traces } = decide([first, then], sampleFacts(withGuard(guard)));
      expect(plan.newLeads).toHaveLength(1);
      expect(traces[1]).toMatchObject({ lead: { matched_by: by }, passed_over: [] });
    }
  });
});

describe("a contradicted match", () => {
  it("names whom the new lead looks like, and the setting by whoever set it", () => {
    const { traces } = decide(
      [{ ...bob, email: "a@x.io" }],
      known({ contact_name: "Anna", contact_phone: "1" }),
    );
    expect(traces[0]).toMatchObject({
      rule: "contradicted_match",
      elapsed_minutes: null,
      setting: { name: "IDENTITY_GUARD", value: "on", from: "installation" },
      lead: { matched_by: null },
      passed_over: [{ kind: "email", lead: { id: 7, public_id: "lead-7" }, differs: ["phone", "name"] }],
      event: "lead.created",
    });
    const ofForm = decide(
      [
        { ...anna, ...v },
        { ...bob, ...v },
      ],
      sampleFacts(withGuard(true)),
    ).traces[1];
    expect(ofForm?.setting).toEqual({ name: "IDENTITY_GUARD", value: "on", from: "form" });
  });

  it("gives the new lead the identities that are free; the shared one stays", () => {
    const { plan, traces } = decide([
      { ...anna, ...v, ...home },
      { ...bob, ...v, ...home },
    ]);
    expect(traces[1]?.identities).toEqual([
      {
        kind: "visitor_id",
        result: "held_by_other_lead",
        lead_id: 1,
        lead_public_id: traces[0]?.lead.public_id,
      },
      { kind: "email", result: "added", lead_id: 2 },
      { kind: "phone", result: "added", lead_id: 2 },
      { kind: "ip", result: "added", lead_id: 2 },
    ]);
    expect(plan.identities.map(({ kind, lead_id }) => [kind, lead_id])).toEqual([
      ["visitor_id", 1],
      ["email", 1],
      ["phone", 1],
      ["email", 2],
      ["phone", 2],
    ]);
  });

  it("is followed by the next kind: who posts a second time is found by what is theirs", () => {
    const { plan, traces } = decide([
      { ...anna, ...v },
      { ...bob, ...v },
      { ...bob, ...v },
      { ...anna, ...v },
    ]);
    expect(traces.map(({ lead, rule }) => [lead.id, lead.matched_by, rule])).toEqual([
      [1, null, "new_lead"],
      [2, null, "contradicted_match"],
      [2, "email", "duplicate_window"],
      [1, "visitor_id", "duplicate_window"],
    ]);
    expect(traces[2]?.passed_over).toMatchObject([{ kind: "visitor_id", lead: { id: 1 } }]);
    expect(plan.deliveries).toHaveLength(2);
  });

  it("of every kind that finds somebody is told in the order they are asked", () => {
    const { traces } = decide([
      { ...v, name: "One", email: "one@x.io", phone: "+91 77777 66666" },
      { name: "Two", email: "two@x.io", phone: "+91 66666 77777" },
      { name: "Three", email: "three@x.io", phone: "+91 55555 66666" },
      { ...v, name: "Four", email: "two@x.io", phone: "+91 55555 66666" },
    ]);
    expect(traces[3]?.passed_over.map(({ kind, lead }) => [kind, lead.id])).toEqual([
      ["visitor_id", 1],
      ["email", 2],
      ["phone", 3],
    ]);
  });

  it("is none where the lead knows the e-mail address from earlier, though it shows a newer one", () => {
    const facts = known({ contact_name: "Anna", contact_email: "new@x.io", contact_phone: "+91-9876543210" });
    const browser = { client_id: "client", is_test: false, kind: "visitor_id", value: "v1", project_key: "" };
    const { client_id, is_test, kind, value, project_key } = browser;
    const key = JSON.stringify([client_id, is_test, kind, value, project_key]);
    const post = { visitor_id: "v1", name: "Bob", email: "A@x.io", phone: bob.phone };
    const identities = new Map([...facts.identities, [key, 7] as const]);
    expect(decide([post], { ...facts, identities }).traces[0]).toMatchObject({
      lead: { id: 7, matched_by: "visitor_id" },
    });
    expect(decide([{ ...post, email: "b@x.io" }], { ...facts, identities }).traces[0]).toMatchObject({
      rule: "contradicted_match",
    });
  });

  it("is none where the lead knows the phone from earlier, though it shows a newer one", () => {
    const facts = known({ contact_name: "Anna", contact_phone: "+91-9123456780" });
    const held = (kind: "visitor_id" | "phone", value: string) =>
      [identityKey({ client_id: "client", is_test: false, kind, value, project_key: "" }), 7] as const;
    const identities = new Map([held("visitor_id", "v1"), held("phone", "+91-9876543210")]);
    const post = { visitor_id: "v1", name: "Bob", email: "bob@x.io", phone: anna.phone };
    expect(decide([post], { ...facts, identities }).traces[0]).toMatchObject({
      lead: { id: 7, matched_by: "visitor_id" },
    });
    expect(decide([{ ...post, phone: "+91 77777 66666" }], { ...facts, identities }).traces[0]).toMatchObject(
      {
        rule: "contradicted_match",
      },
    );
  });

  it.each<[what: string, shown: Partial<KnownLead>, post: Posted]>([
    ["e-mail address", { contact_email: "anna@x.io" }, { email: "Anna@X.io", phone: bob.phone }],
    ["phone", { contact_email: "anna@x.io" }, { email: "bob@x.io", phone: anna.phone }],
  ])("is none where the lead shows the same %s, though another lead was first with it", (_, shown, post) => {
    const browser = { client_id: "client", is_test: false, kind: "visitor_id", value: "v1" } as const;
    const facts = known({ contact_name: "Anna", contact_phone: "+91-9876543210", ...shown });
    const identities = new Map([[identityKey({ ...browser, project_key: "" }), 7]]);
    expect(
      decide([{ visitor_id: "v1", name: "Bob", ...post }], { ...facts, identities }).traces[0],
    ).toMatchObject({ lead: { id: 7, matched_by: "visitor_id" } });
  });

  it("of an address is told as such, behind what is held against addresses anyway", () => {
    const told = (post: Posted) =>
      decide([post], known({ contact_name: "Anna", contact_email: null })).traces[0];
    expect(told({ ...home, name: "Bob" })).toMatchObject({
      rule: "contradicted_match",
      ip_rejected: "other_name",
    });
    expect(told({ ...home, userAgent: "chrome", name: "Bob" })).toMatchObject({
      rule: "new_lead",
      ip_rejected: "other_user_agent",
      passed_over: [],
    });
  });

  it("with somebody who was never sent is a new lead as well, and both are sent", () => {
    const facts = known({ contact_name: "Anna", contact_phone: "+91-9876543210", went_out: false }, crm);
    const { plan } = decide([{ ...bob, email: "a@x.io" }], facts);
    expect(plan.newLeads).toHaveLength(1);
    expect(plan.deliveries).toHaveLength(1);
  });
});
