import { describe, expect, test } from "vitest";
import { longestPayload, outgoing } from "../../test/outgoing.ts";
import { received } from "../../test/received.ts";
import { tryAt } from "../../test/receivers/receiver.ts";
import { SalesforceReceiver } from "../../test/receivers/salesforce.ts";
import { samplePayload } from "../make/sample-payload.ts";
import { classifyToken } from "./classify-token.ts";
import { classifyUpsert } from "./classify-upsert.ts";
import { salesforce } from "./salesforce.ts";

const given = {
  instance: "https://acme.my.salesforce.com/",
  client_id: "3MVG9.good",
  client_secret: "good-secret",
};
const settings = salesforce.parseSettings(given);
const { lead_public_id } = samplePayload;
const [token, upsert] = [
  "POST /services/oauth2/token",
  `PATCH /services/data/v65.0/sobjects/Lead/LeadRelay_Id__c/${lead_public_id}`,
];
const failure = (errorCode: string, message = "", more = {}) =>
  JSON.stringify([{ errorCode, message, ...more }]);
const match = { matchResults: [{ matchRecords: [{ record: { Id: "00Q5g00000AbCdEEAV" } }] }] };

describe("an answer of Salesforce", () => {
  test.each<[what: string, answer: Parameters<typeof received>, end: object]>([
    [
      "a Lead that was made",
      [201, '{"id":"00Q5g00000AbCdEEAV","success":true,"created":true}'],
      { outcome: "delivered", receiverId: "00Q5g00000AbCdEEAV" },
    ],
    ["a Lead that was changed, without a word", [204, ""], { outcome: "delivered" }],
    ["a 200 that broke off", [200, '{"id":"00Q5'], { outcome: "delivered" }],
    ["a 200 that says no", [200, '{"success":false,"errors":["x"]}'], { outcome: "refused" }],
    ["a 200 of a page", [200, "<html>Maintenance"], { outcome: "refused" }],
    ["a 200 with errors", [200, failure("X", "no")], { outcome: "refused" }],
    [
      "several Leads of this id",
      [300, "[]"],
      { outcome: "refused", error: expect.stringContaining("mark LeadRelay_Id__c as Unique") },
    ],
    [
      "a duplicate rule",
      [400, failure("DUPLICATES_DETECTED", "Use one of these records?", { duplicateResut: match })],
      {
        outcome: "refused",
        error: expect.stringMatching(/allow_duplicates=on .*Use one of these records\?/),
      },
    ],
    [
      "a lead that sales converted",
      [400, failure("CANNOT_UPDATE_CONVERTED_LEAD", "cannot reference converted lead")],
      { outcome: "duplicate_at_receiver" },
    ],
    ["a lock", [400, failure("UNABLE_TO_LOCK_ROW")], { outcome: "retry", waitMs: null }],
    [
      "two tries of one lead at once",
      [400, failure("DUPLICATE_VALUE", "duplicate value found: LeadRelay_Id__c duplicates value on record")],
      { outcome: "retry" },
    ],
    [
      "a value of another unique field",
      [400, failure("DUPLICATE_VALUE", "duplicate value found: Passport__c")],
      { outcome: "refused" },
    ],
    [
      "a day's requests that are spent",
      [403, failure("REQUEST_LIMIT_EXCEEDED", "TotalRequests Limit exceeded.")],
      { outcome: "hold", waitMs: null },
    ],
    [
      "too many long requests at once",
      [
        403,
        failure("REQUEST_LIMIT_EXCEEDED", "ConcurrentRequests (Concurrent API Requests) Limit exceeded."),
      ],
      { outcome: "retry" },
    ],
    ["a session that ended", [401, failure("INVALID_SESSION_ID")], { outcome: "stale_token" }],
    [
      "a field for our id that is not there",
      [404, failure("NOT_FOUND", "Provided external ID field does not exist or is not accessible")],
      { outcome: "refused", error: expect.stringMatching(/^Lead has no field LeadRelay_Id__c/) },
    ],
    [
      "a field that has to be filled",
      [400, failure("REQUIRED_FIELD_MISSING", "Required fields are missing: [Budget__c]")],
      { outcome: "refused", error: expect.stringContaining("custom_fields") },
    ],
    [
      "a rule of the owner's",
      [400, failure("FIELD_CUSTOM_VALIDATION_EXCEPTION", "Leads need a budget")],
      { outcome: "refused", error: expect.stringContaining("Leads need a budget") },
    ],
    [
      "an edition without API",
      [403, failure("API_DISABLED_FOR_ORG", "The REST API is not enabled")],
      { outcome: "refused", error: expect.stringContaining("no API") },
    ],
    ["its own trouble", [503, failure("SERVER_UNAVAILABLE")], { outcome: "retry" }],
  ])("of %s", (_what, answer, end) => {
    expect(classifyUpsert(received(...answer), settings)).toMatchObject(end);
  });

  test.each<[what: string, answer: Parameters<typeof received>, end: object]>([
    [
      "a token",
      [200, '{"access_token":"00D!AQ","issued_at":"1"}'],
      { outcome: "onward", token: { value: "00D!AQ", expiresInMs: 3_600_000 } },
    ],
    ["a 200 without one", [200, "<html>"], { outcome: "refused" }],
    [
      "a key that it does not know",
      [400, '{"error":"invalid_client_id"}'],
      { outcome: "refused", error: expect.stringContaining("consumer key") },
    ],
    [
      "a secret that is another's",
      [401, '{"error":"invalid_client"}'],
      { outcome: "refused", error: expect.stringContaining("consumer secret") },
    ],
    [
      "a flow that is switched off",
      [400, '{"error":"invalid_grant","error_description":"no client credentials user enabled"}'],
      { outcome: "refused", error: expect.stringContaining("client credentials") },
    ],
    [
      "a moment's trouble",
      [400, '{"error":"unknown_error","error_description":"retry your request"}'],
      { outcome: "retry" },
    ],
    [
      "too many tokens",
      [400, '{"error":"invalid_grant","error_description":"login rate exceeded"}'],
      { outcome: "retry" },
    ],
    ["an error without a name", [400, "{}"], { outcome: "refused" }],
  ])("to a question for a token: %s", (_what, answer, end) => {
    expect(classifyToken(received(...answer))).toMatchObject(end);
  });
});

describe("at a Salesforce", () => {
  test("a lead is made with a company, and brought up to date when its person comes back", async () => {
    const org = new SalesforceReceiver();
    const tokens = { value: null };
    const first = await tryAt(org, salesforce, given, { tokens });
    const back = await tryAt(org, salesforce, given, {
      tokens,
      delivery: outgoing({ ...samplePayload, user_city: "Mysuru" }),
    });
    expect([first.asked, back.asked]).toEqual([[token, upsert], [upsert]]);
    expect(back.end).toEqual(first.end);
    expect([...org.leads.keys()]).toEqual([lead_public_id]);
    expect(org.leads.get(lead_public_id ?? "")).toMatchObject({
      LastName: "Rao",
      FirstName: "Asha",
      Company: "-",
      City: "Mysuru",
      Phone: "+919999999999",
      Description: expect.stringContaining("Project: Lakeside Towers"),
    });
  });

  test("a lead whose answer was lost is no second one", async () => {
    const org = new SalesforceReceiver();
    expect((await tryAt(org, salesforce, given, { lost: [2] })).end).toBe("timeout");
    const again = await tryAt(org, salesforce, given, { delivery: { ...outgoing(), attempt: 2 } });
    expect(again.end).toMatchObject({ outcome: "delivered" });
    expect(org.leads.size).toBe(1);
  });

  test("somebody whom it has is refused, or let in where its owner says so", async () => {
    const org = new SalesforceReceiver();
    org.leads.set("0199c0de-0000-7000-8000-0000000000aa", { Email: "asha@example.com" });
    expect((await tryAt(org, salesforce, given)).end).toMatchObject({ outcome: "refused" });
    const open = { ...given, allow_duplicates: true };
    expect((await tryAt(org, salesforce, open)).end).toMatchObject({ outcome: "delivered" });
    expect(org.leads.size).toBe(2);
  });

  test("a duplicate rule that blocks is to be changed there, where duplicates are let in here", () => {
    const answer = received(400, failure("DUPLICATES_DETECTED", "no"));
    const end = classifyUpsert(answer, { ...settings, allow_duplicates: true });
    expect(end).toMatchObject({
      outcome: "refused",
      error: expect.stringContaining("change the rule there"),
    });
  });

  test("a token that ran out is replaced once", async () => {
    const org = new SalesforceReceiver();
    const { asked, end } = await tryAt(org, salesforce, given, { tokens: { value: "00D!old" } });
    expect(asked).toEqual([upsert, token, upsert]);
    expect(end).toMatchObject({ outcome: "delivered" });
  });

  test("who has a refresh token is let in by it", async () => {
    const org = new SalesforceReceiver();
    const refreshed = { ...given, refresh_token: "5Aep.good" };
    expect((await tryAt(org, salesforce, refreshed)).end).toMatchObject({ outcome: "delivered" });
    const old = { ...given, refresh_token: "5Aep.old" };
    expect((await tryAt(org, salesforce, old)).end).toMatchObject({ outcome: "refused" });
  });

  test("the longest lead, and one without a name, are taken", async () => {
    const org = new SalesforceReceiver();
    for (const payload of [longestPayload, { ...samplePayload, first_name: null }])
      expect((await tryAt(org, salesforce, given, { delivery: outgoing(payload) })).end).toMatchObject({
        outcome: "delivered",
      });
  });

  test("a day that is spent holds", async () => {
    const org = new SalesforceReceiver();
    org.requestsLeft = 0;
    expect((await tryAt(org, salesforce, given)).end).toMatchObject({ outcome: "hold" });
  });

  test("a field that an owner did not make is named", async () => {
    const custom_fields = ["Budget__c=project_name"];
    const { end } = await tryAt(new SalesforceReceiver(), salesforce, { ...given, custom_fields });
    expect(end).toMatchObject({ outcome: "refused", error: expect.stringContaining("Budget__c") });
  });
});
