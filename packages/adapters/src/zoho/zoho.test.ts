import { describe, expect, test } from "vitest";
import { longestPayload, outgoing } from "../../test/outgoing.ts";
import { tryAt } from "../../test/receivers/receiver.ts";
import { ZohoReceiver } from "../../test/receivers/zoho.ts";
import { samplePayload } from "../make/sample-payload.ts";
import { sentBody } from "./build-request.ts";
import { zohoRegions } from "./regions.ts";
import { zoho } from "./zoho.ts";

const settings = {
  region: "in",
  client_id: "1000.C",
  client_secret: "s3cret",
  refresh_token: "1000.R",
} as const;
const token = "POST /oauth/v2/token";
const lead = "POST /crm/v8/Leads/upsert";
const of = (given: Partial<typeof samplePayload>) => outgoing({ ...samplePayload, ...given });
const fieldsOf = (given: Partial<typeof samplePayload>) => sentBody(settings, of(given)).data[0];

describe("Zoho", () => {
  test("is told the person, the place, the source and all that a person should read", () => {
    const own = { custom_fields: ["Enquired_Project=project_name"], lead_id_field: "LeadRelay_Id" };
    expect(sentBody({ ...settings, ...own }, outgoing())).toEqual({
      data: [
        {
          Last_Name: "Rao",
          First_Name: "Asha",
          Email: "asha@example.com",
          Phone: "+919999999999",
          City: "Bengaluru",
          State: "Karnataka",
          Country: "IN",
          Lead_Source: "google",
          Description: expect.stringContaining("Project: Lakeside Towers\n"),
          Enquired_Project: "Lakeside Towers",
          LeadRelay_Id: samplePayload.lead_public_id,
        },
      ],
      duplicate_check_fields: ["Email"],
    });
  });

  test.each<[who: string, given: Partial<typeof samplePayload>, fields: object, by: string[]]>([
    ["of one name", { first_name: "Asha" }, { Last_Name: "Asha" }, ["Email"]],
    ["without a name", { first_name: null }, { Last_Name: "asha@example.com" }, ["Email"]],
    ["without an address", { email: null }, { Phone: "+919999999999" }, ["Phone"]],
  ])("looks for somebody %s by what is known of them", (_who, given, fields, by) => {
    expect(fieldsOf(given)).toMatchObject(fields);
    expect(sentBody(settings, of(given)).duplicate_check_fields).toEqual(by);
  });

  test("looks by the fields that its owner named", () => {
    const named = { ...settings, duplicate_check_fields: ["Phone", "Email"] };
    expect(sentBody(named, outgoing()).duplicate_check_fields).toEqual(["Phone", "Email"]);
  });

  test.each(Object.entries(zohoRegions))("is called at its own hosts in region %s", (region, hosts) => {
    expect(zoho.parseSettings({ ...settings, region })).toMatchObject({ region });
    expect(zoho.fixedHosts).toEqual(expect.arrayContaining(Object.values(hosts)));
  });

  test("gives one token for many leads, and another when that is taken back", async () => {
    const receiver = new ZohoReceiver();
    const tokens = { value: null };
    const first = await tryAt(receiver, zoho, settings, { tokens });
    expect(first).toMatchObject({ asked: [token, lead], end: { outcome: "delivered", receiverId: "0" } });
    const second = await tryAt(receiver, zoho, settings, {
      tokens,
      delivery: of({ email: "b@example.com" }),
    });
    expect(second).toMatchObject({ asked: [lead], end: { outcome: "delivered", receiverId: "1" } });
    receiver.tokens += 1;
    const third = await tryAt(receiver, zoho, settings, { tokens, delivery: of({ email: "c@example.com" }) });
    expect(third).toMatchObject({
      asked: [lead, token, lead],
      end: { outcome: "delivered", receiverId: "2" },
    });
  });

  test("has one lead of a person who comes twice, or whose answer was lost", async () => {
    const receiver = new ZohoReceiver();
    const tokens = { value: null };
    expect((await tryAt(receiver, zoho, settings, { tokens, lost: [2] })).end).toBe("timeout");
    const delivery = { ...of({ user_city: null, first_name: "Asha R. Rao" }), attempt: 2 };
    const again = await tryAt(receiver, zoho, settings, { tokens, delivery });
    expect(again).toMatchObject({ asked: [lead], end: { outcome: "delivered", receiverId: "0" } });
    expect(receiver.leads).toMatchObject([{ First_Name: "Asha R.", City: "Bengaluru" }]);
  });

  test("says whom it had, where another field of theirs is unique", async () => {
    const receiver = new ZohoReceiver();
    await tryAt(receiver, zoho, settings);
    receiver.unique = ["Phone"];
    const { end } = await tryAt(receiver, zoho, settings, { delivery: of({ email: "b@example.com" }) });
    expect(end).toMatchObject({ outcome: "duplicate_at_receiver", receiverId: "0" });
    expect(receiver.leads).toHaveLength(1);
  });

  test("takes the longest lead", async () => {
    const receiver = new ZohoReceiver();
    const long = {
      ...longestPayload,
      first_name: "👍".repeat(99) + " Rao",
      email: `${"x".repeat(400)}@example.com`,
    };
    expect((await tryAt(receiver, zoho, settings, { delivery: of(long) })).end).toMatchObject({
      outcome: "delivered",
    });
    expect(receiver.leads[0]).not.toHaveProperty("Email");
    expect(Object.values(receiver.leads[0] ?? {}).every((text) => text.isWellFormed())).toBe(true);
  });

  test.each<[what: string, given: object, says: string]>([
    ["a refresh token that is taken back", { refresh_token: "1000.X" }, "refresh token"],
    ["a client that it does not know", { client_id: "1000.X" }, "client id"],
  ])("refuses %s in words that say what to mend", async (_what, given, says) => {
    const { end, asked } = await tryAt(new ZohoReceiver(), zoho, { ...settings, ...given });
    expect(end).toMatchObject({ outcome: "refused", error: expect.stringContaining(says) });
    expect(asked).toEqual([token]);
  });

  test("refuses a lead without a field that its owner asks for, until it is filled", async () => {
    const receiver = new ZohoReceiver();
    receiver.mandatory = ["Last_Name", "Company"];
    expect((await tryAt(receiver, zoho, settings)).end).toMatchObject({
      outcome: "refused",
      error: expect.stringContaining("Company"),
    });
    const filled = { ...settings, custom_fields: ["Company=project_name"] };
    expect((await tryAt(receiver, zoho, filled)).end).toMatchObject({ outcome: "delivered" });
  });

  test("is asked again after a limit", async () => {
    const receiver = new ZohoReceiver();
    const tokens = { value: "1000.t0" };
    receiver.says.push(Response.json({ code: "TOO_MANY_REQUESTS" }, { status: 429 }));
    expect((await tryAt(receiver, zoho, settings, { tokens })).end).toMatchObject({ outcome: "retry" });
    expect((await tryAt(receiver, zoho, settings, { tokens })).end).toMatchObject({ outcome: "delivered" });
  });
});
