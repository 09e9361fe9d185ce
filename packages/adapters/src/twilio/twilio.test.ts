import { describe, expect, test } from "vitest";
import { outgoing } from "../../test/outgoing.ts";
import { received } from "../../test/received.ts";
import { tryAt } from "../../test/receivers/receiver.ts";
import { twilioReceiver } from "../../test/receivers/twilio.ts";
import { samplePayload } from "../make/sample-payload.ts";
import { classify } from "./classify.ts";
import { twilio } from "./twilio.ts";

const account = {
  sid: "AC0123456789abcdef0123456789abcdef",
  token: "fedcba9876543210fedcba9876543210",
  number: "+15005550006",
};
const settings = {
  account_sid: account.sid,
  auth_token: account.token,
  from: account.number,
  to: "+919999900000",
};

describe("what Twilio answers", () => {
  test.each<[what: string, status: number, code: number, outcome: string]>([
    ["credentials that are none are refused", 401, 20003, "refused"],
    ["a number that answered STOP wants no messages", 400, 21610, "opted_out"],
    ["what is no number is refused", 400, 21211, "refused"],
    ["what is no mobile is refused", 400, 21614, "refused"],
    ["a country that is not allowed is refused", 400, 21408, "refused"],
    ["a way that there is not is refused", 400, 21612, "refused"],
    ["a text that is too long is refused", 400, 21617, "refused"],
    ["a code that we do not know is refused", 400, 21703, "refused"],
    ["too many requests pass", 429, 20429, "retry"],
    ["too many requests pass under another status", 400, 20429, "retry"],
    ["a number whose queue is full passes", 400, 21611, "retry"],
    ["trouble of its own passes", 503, 20500, "retry"],
  ])("%s", (_what, status, code, outcome) => {
    const body = JSON.stringify({ code, message: "Said so.", more_info: "https://t.example", status });
    expect(classify(received(status, body))).toMatchObject({
      outcome,
      error: expect.stringContaining("Said so.") as string,
    });
  });

  test.each([
    [20003, "account SID"],
    [21610, "STOP"],
    [21408, "Geo permissions"],
    [21614, "no mobile number"],
  ])("what to do about %i is said", (code, words) => {
    expect(classify(received(400, JSON.stringify({ code })))).toMatchObject({
      error: expect.stringContaining(words) as string,
    });
  });

  test.each<[what: string, body: object | string, outcome: object]>([
    [
      "is known by its sid",
      { sid: "SM1", status: "queued", error_code: null },
      { outcome: "delivered", receiverId: "SM1" },
    ],
    ["whose body was lost is one", "", { outcome: "delivered" }],
    ["that failed at once is none", { sid: "SM1", status: "failed" }, { outcome: "refused" }],
    ["with an error is none", { sid: "SM1", status: "queued", error_code: 30007 }, { outcome: "refused" }],
  ])("a message that was taken %s", (_what, body, outcome) => {
    expect(classify(received(201, typeof body === "string" ? body : JSON.stringify(body)))).toMatchObject(
      outcome,
    );
  });
});

describe("an SMS", () => {
  test("tells who, how to reach them, what about, and the delivery's id", async () => {
    const receiver = twilioReceiver(account);
    expect(await tryAt(receiver, twilio, settings)).toMatchObject({
      end: { outcome: "delivered", receiverId: `SM${"1".padStart(32, "0")}` },
    });
    expect(receiver.messages).toEqual([
      {
        from: account.number,
        to: settings.to,
        text: [
          "New lead: Asha Rao",
          "+91-9999999999",
          "asha@example.com",
          "Lakeside Towers",
          "Bengaluru",
          `Ref ${outgoing().delivery_public_id}`,
        ].join("\n"),
      },
    ]);
  });

  test("of a notice says what happened to which destination", () => {
    const notice = {
      v: 1,
      type: "destination.down",
      happened_at: 1,
      client_id: "cli_1",
      destination: { id: "dst_1", name: "CRM", kind: "make" },
      summary: "CRM takes nothing since 14:02.",
      what_next: "Look at it.",
      dead_letters: null,
    } as const;
    const delivery = outgoing();
    const event = { ...delivery.event, type: notice.type, notice };
    const { Body } = twilio.sentBody(twilio.parseSettings(settings), { ...delivery, event });
    expect(Body).toBe(`Down: CRM\nCRM takes nothing since 14:02.\nRef ${delivery.delivery_public_id}`);
  });

  test("goes by a messaging service where one is named", () => {
    const from = "MG0123456789abcdef0123456789abcdef";
    const body = twilio.sentBody(twilio.parseSettings({ ...settings, from }), outgoing());
    expect(body).toMatchObject({ MessagingServiceSid: from });
    expect(body).not.toHaveProperty("From");
  });

  test.each([
    ["letters", "x".repeat(70_000)],
    ["families of emoji", "👨‍👩‍👧‍👦".repeat(9_000)],
  ])("of the longest lead, of %s, is short, and has the address whole", async (_what, long) => {
    const receiver = twilioReceiver(account);
    const email = `${"a".repeat(64)}@${"b".repeat(180)}.example`;
    const payload = { ...samplePayload, email, first_name: long, project_name: long, user_location: long };
    await tryAt(receiver, twilio, settings, { delivery: outgoing(payload) });
    const text = receiver.messages[0]?.text ?? "";
    expect(text.length).toBeLessThanOrEqual(700);
    expect(text).toContain(`\n${email}\n`);
    expect(text).toContain(`Ref ${outgoing().delivery_public_id}`);
    expect(text).not.toContain("\ufffd");
  });

  test("whose answer was lost is sent twice, to be known by the delivery's id", async () => {
    const receiver = twilioReceiver(account);
    expect(await tryAt(receiver, twilio, settings, { lost: [1] })).toMatchObject({ end: "timeout" });
    await tryAt(receiver, twilio, settings, { delivery: { ...outgoing(), attempt: 2 } });
    expect(new Set(receiver.messages.map(({ text }) => text)).size).toBe(1);
    expect(receiver.messages).toHaveLength(2);
  });

  test.each([
    ["with another's token is refused", { auth_token: "another" }, "refused", "account SID"],
    ["to somebody who answered STOP is for nobody", { to: "+919999911111" }, "opted_out", "STOP"],
    ["from another's number is refused", { from: "+15005550001" }, "refused", "cannot send from"],
  ])("%s, in words", async (_what, changed, outcome, said) => {
    const receiver = twilioReceiver(account);
    receiver.stopped.add("+919999911111");
    const { end } = await tryAt(receiver, twilio, { ...settings, ...changed });
    expect(end).toMatchObject({ outcome, error: expect.stringContaining(said) as string });
  });

  test("that comes too fast goes later", async () => {
    const receiver = twilioReceiver(account);
    receiver.mood = () => Response.json({ code: 20429 }, { status: 429, headers: { "retry-after": "1" } });
    expect(await tryAt(receiver, twilio, settings)).toMatchObject({
      end: { outcome: "retry", waitMs: 1_000 },
    });
    receiver.mood = null;
    expect(await tryAt(receiver, twilio, settings)).toMatchObject({ end: { outcome: "delivered" } });
    expect(receiver.messages).toHaveLength(1);
  });
});
