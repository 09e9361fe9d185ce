import { describe, expect, test } from "vitest";
import { longestPayload, outgoing } from "../../test/outgoing.ts";
import { received } from "../../test/received.ts";
import { GohighlevelReceiver } from "../../test/receivers/gohighlevel.ts";
import { tryAt } from "../../test/receivers/receiver.ts";
import { samplePayload } from "../make/sample-payload.ts";
import { classifyTags, classifyUpdate, classifyUpsert } from "./classify.ts";
import { gohighlevel } from "./gohighlevel.ts";

const given = { token: "pit-good", location_id: "ve9EPM428h8vShlRW1KT" };
const tagged = { ...given, tags: ["leadrelay"] };
const settings = gohighlevel.parseSettings(given);
const withTags = gohighlevel.parseSettings(tagged);
const [upsert, update, tags] = [
  "POST /contacts/upsert",
  "PUT /contacts/contact1",
  "POST /contacts/contact1/tags",
];
const known = JSON.stringify({
  statusCode: 400,
  message: "This location does not allow duplicated contacts.",
  meta: { contactId: "ocQHyuzHvysMo5N5VsXc", matchingField: "phone" },
});
const spent = { "x-ratelimit-daily-remaining": "0" };
const burst = { "x-ratelimit-daily-remaining": "1200" };

describe("an answer of HighLevel", () => {
  test.each<[what: string, answer: Parameters<typeof received>, end: object]>([
    [
      "a contact",
      [201, '{"new":true,"contact":{"id":"ocQHyuzHvysMo5N5VsXc"}}'],
      { outcome: "delivered", receiverId: "ocQHyuzHvysMo5N5VsXc" },
    ],
    ["a 200 without one", [200, '{"message":"ok"}'], { outcome: "refused" }],
    [
      "a contact that it has",
      [400, known],
      { outcome: "onward", kept: { known_as: "ocQHyuzHvysMo5N5VsXc" } },
    ],
    [
      "a contact that it has, and does not name",
      [400, '{"message":"This location does not allow duplicated contacts."}'],
      { outcome: "refused" },
    ],
    [
      "a field that it does not know",
      [422, '{"message":["property x should not exist"]}'],
      { outcome: "refused", error: expect.stringContaining("property x") },
    ],
    ["a token that is none", [401, '{"message":"Invalid JWT"}'], { outcome: "refused" }],
    ["a token of another location", [403, "{}"], { outcome: "refused" }],
    ["too many requests in ten seconds", [429, "", burst], { outcome: "retry", waitMs: 10_000 }],
    [
      "too many requests, and when to come again",
      [429, "", { ...burst, "retry-after": "3" }],
      { outcome: "retry", waitMs: 3_000 },
    ],
    ["too many requests without a count", [429, ""], { outcome: "retry", waitMs: null }],
    ["a day that is spent", [429, "", spent], { outcome: "hold", waitMs: null }],
    ["a last request of a day", [201, '{"contact":{"id":"abcdef"}}', spent], { outcome: "delivered" }],
    ["its own trouble", [503, ""], { outcome: "retry" }],
  ])("of %s", (_what, answer, end) => {
    expect(classifyUpsert(received(...answer), settings)).toMatchObject(end);
  });

  test("goes on to the tags where there are any", () => {
    const answer = received(201, '{"contact":{"id":"abcdef"}}');
    expect(classifyUpsert(answer, withTags)).toEqual({ outcome: "onward", kept: { contact_id: "abcdef" } });
    expect(classifyTags(received(201, ""), { contact_id: "abcdef" })).toEqual({
      outcome: "delivered",
      receiverId: "abcdef",
    });
    expect(classifyTags(received(429, "", spent), {})).toMatchObject({ outcome: "hold" });
  });

  test.each<[what: string, answer: Parameters<typeof received>, end: object]>([
    ["more about a contact that it has", [200, "{}"], { outcome: "delivered", receiverId: "abcdef" }],
    [
      "a contact that was deleted meanwhile",
      [400, '{"message":"Contact with id abcdef not found"}'],
      { outcome: "retry", kept: { known_as: "" } },
    ],
    [
      "anything else that is wrong with it",
      [400, '{"message":"email must be an email"}'],
      { outcome: "refused" },
    ],
  ])("to an update: %s", (_what, answer, end) => {
    expect(classifyUpdate(received(...answer), settings, { known_as: "abcdef" })).toMatchObject(end);
  });
});

describe("at a sub-account", () => {
  test("a lead is a contact, with the fields of the owner by key and by id", async () => {
    const account = new GohighlevelReceiver();
    const custom_fields = ["enquired_project=project_name", "6dvNaf7VhkQ9snc5vnjJ=lead_public_id"];
    const { asked, end } = await tryAt(account, gohighlevel, { ...given, custom_fields });
    expect(asked).toEqual([upsert]);
    expect(end).toEqual({ outcome: "delivered", receiverId: "contact1" });
    expect(account.contacts.get("contact1")).toMatchObject({
      firstName: "Asha",
      lastName: "Rao",
      phone: "+919999999999",
      country: "IN",
      source: "google",
      customFields: [
        { key: "enquired_project", field_value: "Lakeside Towers" },
        { id: "6dvNaf7VhkQ9snc5vnjJ", field_value: samplePayload.lead_public_id },
      ],
    });
  });

  test("tags are added to those that a contact has", async () => {
    const account = new GohighlevelReceiver();
    account.contacts.set("contact1", { email: "asha@example.com", tags: ["vip"] });
    const { asked, end } = await tryAt(account, gohighlevel, tagged);
    expect(asked).toEqual([upsert, tags]);
    expect(end).toEqual({ outcome: "delivered", receiverId: "contact1" });
    expect(account.contacts.get("contact1")?.tags).toEqual(["vip", "leadrelay"]);
  });

  test("somebody whom it has by another address is told there, and tagged", async () => {
    const account = new GohighlevelReceiver();
    account.contacts.set("contact1", { email: "old@example.com", phone: "+919999999999", tags: ["vip"] });
    const { asked, end } = await tryAt(account, gohighlevel, tagged);
    expect(asked).toEqual([upsert, update, tags]);
    expect(end).toEqual({ outcome: "delivered", receiverId: "contact1" });
    expect(account.contacts.get("contact1")).toMatchObject({
      email: "asha@example.com",
      tags: ["vip", "leadrelay"],
    });
    expect(account.contacts.size).toBe(1);
  });

  test("a try whose tags got no answer repeats nothing but the tags", async () => {
    const account = new GohighlevelReceiver();
    const first = await tryAt(account, gohighlevel, tagged, { lost: [2] });
    expect(first).toMatchObject({ end: "timeout", kept: { contact_id: "contact1" } });
    const again = await tryAt(account, gohighlevel, tagged, { kept: first.kept });
    expect(again.asked).toEqual([tags]);
    expect(again.end).toEqual({ outcome: "delivered", receiverId: "contact1" });
  });

  test("a try ends where its tags were taken out of the settings meanwhile", async () => {
    const account = new GohighlevelReceiver();
    const { asked, end } = await tryAt(account, gohighlevel, given, { kept: { contact_id: "contact1" } });
    expect(asked).toEqual([upsert]);
    expect(end).toMatchObject({ outcome: "delivered" });
  });

  test("the longest lead is taken, and nowhere is no country", async () => {
    const account = new GohighlevelReceiver();
    for (const payload of [longestPayload, { ...samplePayload, user_country: "T1" }])
      expect((await tryAt(account, gohighlevel, given, { delivery: outgoing(payload) })).end).toMatchObject({
        outcome: "delivered",
      });
    expect([...account.contacts.values()].at(-1)).not.toMatchObject({ country: "T1" });
  });

  test("nobody is let in by another token", async () => {
    const { end } = await tryAt(new GohighlevelReceiver(), gohighlevel, { ...given, token: "pit-bad" });
    expect(end).toMatchObject({ outcome: "refused", error: expect.stringContaining("token") });
  });
});
