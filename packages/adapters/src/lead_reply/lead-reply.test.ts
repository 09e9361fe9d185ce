import { describe, expect, test } from "vitest";
import { outgoing } from "../../test/outgoing.ts";
import { postmarkReceiver } from "../../test/receivers/postmark.ts";
import { tryAt } from "../../test/receivers/receiver.ts";
import { resendReceiver } from "../../test/receivers/resend.ts";
import { twilioReceiver } from "../../test/receivers/twilio.ts";
import { samplePayload } from "../make/sample-payload.ts";
import { leadReply } from "./lead-reply.ts";

const account = { sid: "AC0123456789abcdef0123456789abcdef", token: "t0ken", number: "+15005550006" };
const usual = {
  account_sid: null,
  reply_to: "sales@agency.example",
  subject: "Thank you, {{ first_name | default: 'and welcome' }}",
  body: "Hello {{ first_name | default: 'there' }},\nwe call you about {{ project_name | default: 'it' }}.",
  most_suspicion: 29,
  test_to: null,
};
const byResend = { ...usual, via: "resend", api_key: "re_1", from: "Lakeside <hello@agency.example>" };
const byPostmark = { ...usual, via: "postmark", api_key: "pm_1", from: "hello@agency.example" };
const bySms = {
  ...usual,
  via: "twilio",
  api_key: account.token,
  account_sid: account.sid,
  from: account.number,
};
const id = outgoing().delivery_public_id;
const text = "Hello Asha Rao,\nwe call you about Lakeside Towers.";

describe("a reply to the lead", () => {
  test("goes to the person alone, in the words of its template, by Resend", async () => {
    const receiver = resendReceiver({ apiKey: "re_1", domain: "agency.example" });
    expect(await tryAt(receiver, leadReply, byResend)).toMatchObject({ end: { outcome: "delivered" } });
    expect(receiver.sent).toEqual([
      {
        from: "Lakeside <hello@agency.example>",
        to: ["asha@example.com"],
        reply_to: "sales@agency.example",
        subject: "Thank you, Asha Rao",
        text,
        headers: { "X-LeadRelay-Delivery": id },
      },
    ]);
  });

  test("goes by Postmark", async () => {
    const receiver = postmarkReceiver({ token: "pm_1", domain: "agency.example" });
    expect(await tryAt(receiver, leadReply, byPostmark)).toMatchObject({ end: { outcome: "delivered" } });
    expect(receiver.sent).toEqual([
      {
        From: "hello@agency.example",
        To: "asha@example.com",
        ReplyTo: "sales@agency.example",
        Subject: "Thank you, Asha Rao",
        TextBody: text,
        Headers: [{ Name: "X-LeadRelay-Delivery", Value: id }],
      },
    ]);
  });

  test("goes as an SMS by Twilio", async () => {
    const receiver = twilioReceiver(account);
    expect(await tryAt(receiver, leadReply, bySms)).toMatchObject({ end: { outcome: "delivered" } });
    expect(receiver.messages).toEqual([{ from: account.number, to: "+919999999999", text }]);
  });

  test("whose answer was lost is the same at the next try, so that Resend sends it once", async () => {
    const receiver = resendReceiver({ apiKey: "re_1", domain: "agency.example" });
    const body = "Sent {{ 'now' | date: '%H:%M' }}";
    await tryAt(receiver, leadReply, { ...byResend, body }, { lost: [1] });
    const delivery = { ...outgoing(), attempt: 2, attempted_at: 1_700_000_990_000 };
    await tryAt(receiver, leadReply, { ...byResend, body }, { delivery });
    expect(receiver.sent).toHaveLength(1);
  });

  test("carries no link that a stranger wrote, in no field", async () => {
    const receiver = resendReceiver({ apiKey: "re_1", domain: "agency.example" });
    const hostile = Object.fromEntries(
      Object.entries(samplePayload).map(([name, value]) => [
        name,
        typeof value === "string" && name !== "email" ? "https://evil.example/win" : value,
      ]),
    ) as typeof samplePayload;
    const body = Object.keys(samplePayload)
      .map((name) => `{{ ${name} }}`)
      .join("\n");
    const delivery = outgoing({ ...hostile, test_lead: "no" });
    await tryAt(
      receiver,
      leadReply,
      { ...byResend, subject: "{{ first_name | default: 'Thank you' }}", body },
      { delivery },
    );
    expect(receiver.sent).toHaveLength(1);
    expect(JSON.stringify(receiver.sent)).not.toContain("evil");
  });

  test.each([
    ["a lead without an e-mail address", byResend, { email: null }, "no e-mail address"],
    ["a lead without a number", bySms, { phone_mobile: null }, "no number that takes an SMS"],
    ["a number that could not be read", bySms, { phone_mobile: "call me" }, "no number that takes an SMS"],
    ["a test, where nobody said whom it goes to", byResend, { test_lead: "yes" }, "`test_to`"],
    [
      "a subject that comes to nothing",
      { ...byResend, subject: "{{ first_name }}" },
      { first_name: null },
      "subject comes to nothing",
    ],
    [
      "a text that comes to nothing",
      { ...byResend, body: "{{ user_location }}" },
      { user_location: null },
      "comes to nothing",
    ],
  ] as const)("is none for %s, and says so", async (_whom, settings, given, said) => {
    const receiver = resendReceiver({ apiKey: "re_1", domain: "agency.example" });
    const delivery = outgoing({ ...samplePayload, ...given });
    await expect(tryAt(receiver, leadReply, settings, { delivery })).rejects.toThrow(said);
    expect(receiver.sent).toEqual([]);
  });

  test("of a test goes to whoever tries it", async () => {
    const receiver = twilioReceiver(account);
    const delivery = outgoing({ ...samplePayload, test_lead: "yes" });
    await tryAt(receiver, leadReply, { ...bySms, test_to: "+447700900123" }, { delivery });
    expect(receiver.messages.map(({ to }) => to)).toEqual(["+447700900123"]);
  });
});

test.each([
  ["e-mail", byResend, { channel: "email", most_suspicion: 29 }],
  ["SMS", { ...bySms, most_suspicion: 5 }, { channel: "phone", most_suspicion: 5 }],
])("what is decided by of a reply by %s is told apart from its settings", (_channel, settings, policy) => {
  expect(leadReply.repliesBy?.(leadReply.parseSettings(settings))).toEqual(policy);
});

test.each([
  ["a name that no lead has, and the nearest", "{{ fist_name }}", "did you mean first_name"],
  ["a name that every object has", "Hello {{ constructor }}", "names constructor, which no lead has"],
  ["another", "{{ __proto__ }}", "names __proto__, which no lead has"],
  ["a loop", "{% for x in (1..9) %}{{ x }}{% endfor %}", "for"],
  ["what does not end", "{{ first_name", "Liquid"],
])("a template is refused for %s", (_why, body, said) => {
  expect(() => leadReply.parseSettings({ ...byResend, body })).toThrow(said);
});
