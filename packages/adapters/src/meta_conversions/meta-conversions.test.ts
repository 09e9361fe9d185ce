import { describe, expect, test } from "vitest";
import { atStage } from "../../test/at-stage.ts";
import { outgoing } from "../../test/outgoing.ts";
import { received } from "../../test/received.ts";
import { MetaReceiver } from "../../test/receivers/meta-conversions.ts";
import { tryAt } from "../../test/receivers/receiver.ts";
import { samplePayload } from "../make/sample-payload.ts";
import { sentBody } from "./build-request.ts";
import { classify } from "./classify.ts";
import { metaConversions } from "./meta-conversions.ts";
import { nothingToSend } from "./nothing-to-send.ts";

const given = {
  dataset: "123456789012345",
  access_token: "EAAgood",
  conversions: ["Qualified = Qualified Lead", "won=Converted Lead", "a=b=Odd"],
};
const settings = metaConversions.parseSettings(given);
const lead = { meta_lead_id: "12345678901234567" };
const error = (code: number, more: object = {}) =>
  JSON.stringify({ error: { message: "no", code, ...more } });

describe("an answer of Meta", () => {
  test.each<[what: string, answer: Parameters<typeof received>, end: object]>([
    [
      "an event that was taken",
      [200, '{"events_received":1,"fbtrace_id":"A1"}'],
      { outcome: "delivered", receiverId: "A1" },
    ],
    ["one that was taken without a trace", [200, '{"events_received":1}'], { outcome: "delivered" }],
    ["none that was taken", [200, '{"events_received":0}'], { outcome: "refused" }],
    ["a page", [200, "<html>"], { outcome: "refused" }],
    [
      "a token that ran out",
      [400, error(190)],
      { outcome: "refused", error: expect.stringMatching(/^the access token is not good/) },
    ],
    [
      "a token of another dataset",
      [403, error(200)],
      { outcome: "refused", error: expect.stringMatching(/^the access token may not write/) },
    ],
    [
      "a permission that is missing",
      [400, error(10)],
      { outcome: "refused", error: expect.stringContaining("may not") },
    ],
    [
      "a bad parameter",
      [400, error(100)],
      { outcome: "refused", error: expect.stringContaining("HTTP 400") },
    ],
    ["its own trouble", [400, error(2)], { outcome: "retry", waitMs: null }],
    ["what passes, as it says", [400, error(100, { is_transient: true })], { outcome: "retry" }],
    ["too many calls of the app", [400, error(4)], { outcome: "retry", waitMs: 300_000 }],
    ["too many calls of the account", [400, error(80_004)], { outcome: "retry", waitMs: 300_000 }],
    ["a code beyond those", [400, error(80_015)], { outcome: "refused" }],
    ["a fault without a code", [500, "{}"], { outcome: "retry" }],
  ])("of %s", (_what, answer, end) => {
    expect(classify(received(...answer))).toMatchObject(end);
  });
});

describe("nothing is sent", () => {
  test.each<[why: string, ...Parameters<typeof atStage>, said: string | null]>([
    [
      "of a stage that is no conversion",
      "contacted",
      lead,
      {},
      "no conversion is set for the stage “contacted”",
    ],
    ["of somebody who came from elsewhere", "won", { gclid: "abc" }, {}, "neither a lead id nor a click id"],
    ["29 days after the lead came", "won", lead, { days: 28.1 }, "more than 28 days after it came"],
    ["a week after it happened", "won", lead, { laterDays: 7.1 }, "more than 7 days ago"],
    ["in no other case: a lead of Meta's", "won", lead, {}, null],
    ["a stage however it is written", "QUALIFIED ", lead, {}, null],
    ["a stage with a sign in it", "A=B", lead, {}, null],
    ["a click on Meta's ad", "won", { fbclid: "Iw" }, {}, null],
    ["28 days after it came", "won", lead, { days: 28 }, null],
    ["a week to the day", "won", lead, { laterDays: 7 }, null],
  ])("%s", (_why, stage, ids, when, said) => {
    const reason = nothingToSend(settings, atStage(stage, ids, when));
    if (said === null) expect(reason).toBeNull();
    else expect(reason).toContain(said);
  });

  test("of what is no stage, and of a test that would count", () => {
    expect(nothingToSend(settings, outgoing())).toBe("it says of no stage that the lead came to");
    const trial = outgoing({ ...samplePayload, test_lead: "yes" });
    expect(nothingToSend(settings, trial)).toMatch(/^a test would count/);
    expect(nothingToSend({ ...settings, test_event_code: "TEST1" }, trial)).toBeNull();
  });
});

describe("Meta", () => {
  const body = (delivery: ReturnType<typeof atStage>, more: object = {}) =>
    sentBody({ ...settings, ...more }, delivery) as { data: [Record<string, object>] };

  test("is told the stage, when it was, and whose it is by its own id and by hashes", () => {
    const { data } = body(atStage("won", { ...lead, fbclid: "IwAR" }));
    expect(data).toEqual([
      {
        event_name: "Converted Lead",
        event_time: 1_700_086_400,
        event_id: outgoing().delivery_public_id,
        action_source: "system_generated",
        user_data: {
          lead_id: "12345678901234567",
          fbc: "fb.1.1700000000000.IwAR",
          em: [expect.stringMatching(/^[0-9a-f]{64}$/)],
          ph: [expect.stringMatching(/^[0-9a-f]{64}$/)],
        },
        custom_data: { event_source: "crm", lead_event_source: "LeadRelay" },
      },
    ]);
    expect(JSON.stringify(data)).not.toMatch(/asha|9999999999/i);
  });

  test("is told what it is worth where the CRM says so, in the currency that is set, and else not", () => {
    const won = atStage("won", lead, { value: 900 });
    expect(body(won, { currency: "INR" }).data[0]["custom_data"]).toMatchObject({
      value: 900,
      currency: "INR",
    });
    expect(body(won).data[0]["custom_data"]).not.toHaveProperty("value");
    expect(body(atStage("won", lead), { currency: "INR" }).data[0]["custom_data"]).not.toHaveProperty(
      "value",
    );
  });

  test("is told no hash of what is no address and no number", () => {
    const { event, ...delivery } = atStage("won", lead);
    const payload = { ...samplePayload, email: "asha", phone_mobile: "call me" };
    const [{ user_data }] = body({ ...delivery, event: { ...event, payload } }).data;
    expect(user_data).toEqual({ lead_id: "12345678901234567" });
  });

  test("counts once what is sent again because its answer was lost", async () => {
    const receiver = new MetaReceiver();
    const delivery = atStage("won", lead);
    const first = await tryAt(receiver, metaConversions, given, { delivery, lost: [1] });
    expect(first.end).toBe("timeout");
    const second = await tryAt(receiver, metaConversions, given, { delivery });
    expect(second).toMatchObject({ end: { outcome: "delivered", receiverId: "trace" } });
    expect([...receiver.counted]).toEqual([`Converted Lead ${delivery.delivery_public_id}`]);
  });

  test("counts no test", async () => {
    const receiver = new MetaReceiver();
    const delivery = outgoing({ ...samplePayload, test_lead: "yes" });
    const tried = await tryAt(receiver, metaConversions, { ...given, test_event_code: "T1" }, { delivery });
    expect(tried.end).toMatchObject({ outcome: "delivered" });
    expect(receiver).toMatchObject({ tested: ["Qualified Lead"], counted: new Set() });
  });

  test("refuses a token that is not good", async () => {
    const bad = { ...given, access_token: "EAAbad" };
    const { end } = await tryAt(new MetaReceiver(), metaConversions, bad, { delivery: atStage("won", lead) });
    expect(end).toMatchObject({ outcome: "refused", error: expect.stringContaining("make a new one") });
  });
});
