import { describe, expect, test } from "vitest";
import { longestPayload, outgoing } from "../../test/outgoing.ts";
import { received } from "../../test/received.ts";
import { HubspotReceiver } from "../../test/receivers/hubspot.ts";
import { tryAt } from "../../test/receivers/receiver.ts";
import { samplePayload } from "../make/sample-payload.ts";
import { classifyCreate, classifyUpdate } from "./classify.ts";
import { sentBody } from "./build-request.ts";
import { hubspot } from "./hubspot.ts";

const service_key = "pat-eu1-good";
const create = "POST /crm/objects/2026-09/contacts";
const update = "PATCH /crm/objects/2026-09/contacts/51";
const rolling = JSON.stringify({
  status: "error",
  message: "You have reached your ten_secondly_rolling limit.",
  errorType: "RATE_LIMIT",
  policyName: "TEN_SECONDLY_ROLLING",
});
const daily = JSON.stringify({
  status: "error",
  message: "You have reached your daily limit.",
  errorType: "RATE_LIMIT",
  policyName: "DAILY",
});
const conflict = (message: string) => JSON.stringify({ status: "error", message, category: "CONFLICT" });

describe("an answer of HubSpot", () => {
  test.each<[what: string, answer: Parameters<typeof received>, end: object]>([
    ["a contact that was made", [201, '{"id":"512"}'], { outcome: "delivered", receiverId: "512" }],
    [
      "several statuses of which the one is good",
      [207, '{"status":"COMPLETE","results":[{"id":"7"}]}'],
      { outcome: "delivered", receiverId: "7" },
    ],
    [
      "several statuses of which none is good",
      [207, '{"status":"COMPLETE","results":[],"numErrors":1,"errors":[{"message":"no such property"}]}'],
      { outcome: "refused", error: expect.stringContaining("no such property") },
    ],
    ["a 200 with an error in it", [200, '{"status":"error","message":"nope"}'], { outcome: "refused" }],
    ["a 200 of a page", [200, "<html>"], { outcome: "refused" }],
    ["a contact without an id", [201, '{"id":{"n":1}}'], { outcome: "refused" }],
    [
      "a contact that is there",
      [409, conflict("Contact already exists. Existing ID: 1948209")],
      { outcome: "onward", kept: { contact_id: "1948209" } },
    ],
    ["a conflict that names nobody", [409, conflict("Something else.")], { outcome: "refused" }],
    [
      "a property that nobody made",
      [400, '{"status":"error","message":"Property \\"x\\" does not exist","category":"VALIDATION_ERROR"}'],
      { outcome: "refused", error: expect.stringContaining("does not exist") },
    ],
    [
      "a key that is not known",
      [401, ""],
      { outcome: "refused", error: expect.stringContaining("service key") },
    ],
    [
      "a key without the scope",
      [403, '{"category":"MISSING_SCOPES"}'],
      { outcome: "refused", error: expect.stringContaining("MISSING_SCOPES") },
    ],
    ["a lock", [423, ""], { outcome: "retry", waitMs: 2_000 }],
    ["a lock for longer", [423, "", { "retry-after": "5" }], { outcome: "retry", waitMs: 5_000 }],
    ["a lock for a moment", [423, "", { "retry-after": "0" }], { outcome: "retry", waitMs: 2_000 }],
    ["the limit of ten seconds", [429, rolling], { outcome: "retry", waitMs: 10_000 }],
    [
      "the limit of ten seconds with a wait",
      [429, rolling, { "retry-after": "3" }],
      { outcome: "retry", waitMs: 3_000 },
    ],
    ["the limit of a day", [429, daily], { outcome: "hold", waitMs: null }],
    ["a limit without a name", [429, ""], { outcome: "retry", waitMs: null }],
    ["a move", [477, "", { "retry-after": "7200" }], { outcome: "hold", waitMs: 7_200_000 }],
    ["its own trouble", [502, "<html>"], { outcome: "retry", waitMs: null }],
  ])("of %s", (_what, answer, end) => {
    expect(classifyCreate(received(...answer))).toMatchObject(end);
  });

  test("of a contact that is gone, to more about it, lets the next try make one", () => {
    expect(classifyUpdate(received(404, '{"message":"resource not found"}'))).toMatchObject({
      outcome: "retry",
      kept: { contact_id: "" },
    });
    expect(classifyUpdate(received(404, "no such page"))).toMatchObject({ outcome: "refused" });
  });
});

describe("HubSpot", () => {
  const propertiesOf = (given: Partial<typeof samplePayload>, settings: object = {}) =>
    sentBody({ service_key, ...settings }, outgoing({ ...samplePayload, ...given })).properties;

  test("is told the person, the place and all that a person should read", () => {
    expect(propertiesOf({})).toEqual({
      email: "asha@example.com",
      firstname: "Asha",
      lastname: "Rao",
      phone: "+919999999999",
      city: "Bengaluru",
      state: "Karnataka",
      country: "IN",
      message: expect.stringContaining("Project: Lakeside Towers\n"),
    });
  });

  test("has what its owner asked for in properties of their own", () => {
    const custom_fields = ["enquired_project=project_name", "term=first_utm_term", "gone=related_projects"];
    expect(propertiesOf({}, { custom_fields, lead_id_field: "leadrelay_id" })).toMatchObject({
      enquired_project: "Lakeside Towers",
      term: "flats near lake",
      leadrelay_id: samplePayload.lead_public_id,
    });
    expect(propertiesOf({}, { custom_fields })).not.toHaveProperty("gone");
  });

  test("is given a name where neither that nor an e-mail address is known", () => {
    expect(propertiesOf({ first_name: null, email: null })).toMatchObject({ firstname: "+919999999999" });
    expect(propertiesOf({ first_name: null })).not.toHaveProperty("firstname");
  });

  test("is sent no part of an address, and no half of a character", () => {
    const {
      email,
      message = "",
      firstname = "",
    } = propertiesOf({
      ...longestPayload,
      email: `${"x".repeat(300)}@example.com`,
      first_name: `${"👍".repeat(400)} Rao`,
    });
    expect(email).toBeUndefined();
    expect(firstname.length).toBeLessThanOrEqual(255);
    expect(firstname.isWellFormed() && message.isWellFormed()).toBe(true);
  });

  test("has one contact of a person who comes twice, and the latest of them", async () => {
    const receiver = new HubspotReceiver();
    const first = await tryAt(receiver, hubspot, { service_key });
    expect(first).toMatchObject({ end: { outcome: "delivered", receiverId: "51" }, asked: [create] });
    const delivery = outgoing({ ...samplePayload, first_name: "Asha R. Rao", user_city: null });
    const second = await tryAt(receiver, hubspot, { service_key }, { delivery });
    expect(second).toMatchObject({
      end: { outcome: "delivered", receiverId: "51" },
      asked: [create, update],
    });
    expect([...receiver.contacts.values()]).toMatchObject([{ firstname: "Asha R.", city: "Bengaluru" }]);
  });

  test("is not asked for a contact again whose update got no answer", async () => {
    const receiver = new HubspotReceiver();
    await tryAt(receiver, hubspot, { service_key });
    const lost = await tryAt(receiver, hubspot, { service_key }, { lost: [2] });
    expect(lost).toMatchObject({ end: "timeout", kept: { contact_id: "51" } });
    const again = await tryAt(receiver, hubspot, { service_key }, { kept: lost.kept });
    expect(again).toMatchObject({ end: { outcome: "delivered" }, asked: [update] });
  });

  test("has one contact where the answer to its making was lost", async () => {
    const receiver = new HubspotReceiver();
    const lost = await tryAt(receiver, hubspot, { service_key }, { lost: [1] });
    const again = await tryAt(receiver, hubspot, { service_key }, { kept: lost.kept });
    expect(again).toMatchObject({ end: { outcome: "delivered", receiverId: "51" } });
    expect(receiver.contacts.size).toBe(1);
  });

  test("gets the contact anew that was deleted between two tries", async () => {
    const receiver = new HubspotReceiver();
    const gone = await tryAt(receiver, hubspot, { service_key }, { kept: { contact_id: "51" } });
    expect(gone.end).toMatchObject({ outcome: "retry" });
    const again = await tryAt(receiver, hubspot, { service_key }, { kept: gone.kept });
    expect(again).toMatchObject({ end: { outcome: "delivered", receiverId: "51" }, asked: [create] });
  });

  test("is asked again after a limit, and held while the day's is spent", async () => {
    const receiver = new HubspotReceiver();
    receiver.says.push(new Response(rolling, { status: 429 }), new Response(daily, { status: 429 }));
    expect((await tryAt(receiver, hubspot, { service_key })).end).toMatchObject({ waitMs: 10_000 });
    expect((await tryAt(receiver, hubspot, { service_key })).end).toMatchObject({ outcome: "hold" });
    expect((await tryAt(receiver, hubspot, { service_key })).end).toMatchObject({ outcome: "delivered" });
  });

  test.each([
    ["a wrong key", { service_key: "pat-eu1-bad" }, "service key"],
    ["a property that nobody made", { service_key, custom_fields: ["budget=email"] }, "budget"],
  ])("refuses %s in words that say what to mend", async (_what, settings, said) => {
    const { end } = await tryAt(new HubspotReceiver(), hubspot, settings);
    expect(end).toMatchObject({ outcome: "refused", error: expect.stringContaining(said) });
  });
});
