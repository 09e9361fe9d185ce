import { describe, expect, test } from "vitest";
import { outgoing } from "../../test/outgoing.ts";
import { received } from "../../test/received.ts";
import { tryAt } from "../../test/receivers/receiver.ts";
import { resendReceiver } from "../../test/receivers/resend.ts";
import { samplePayload } from "../make/sample-payload.ts";
import { classify } from "./classify.ts";
import { resend } from "./resend.ts";

const account = { apiKey: "re_abcdefgh_0123456789", domain: "agency.example" };
const settings = {
  api_key: account.apiKey,
  from: "Leads <leads@agency.example>",
  to: ["sales@agency.example", "boss@agency.example"],
};

describe("what Resend answers", () => {
  test.each<[what: string, status: number, name: string, outcome: string]>([
    ["a key that is missing is refused", 401, "missing_api_key", "refused"],
    ["a key that may not send is refused", 401, "restricted_api_key", "refused"],
    ["a key that is none is refused", 403, "invalid_api_key", "refused"],
    ["a domain that was not set up is refused", 403, "validation_error", "refused"],
    ["fields that are wrong are refused", 422, "validation_error", "refused"],
    ["another e-mail under the same key is refused", 409, "invalid_idempotent_request", "refused"],
    ["one that is being sent under the same key passes", 409, "concurrent_idempotent_requests", "retry"],
    ["too many a second pass", 429, "rate_limit_exceeded", "retry"],
    ["a day's quota that is spent holds all up", 429, "daily_quota_exceeded", "hold"],
    ["a month's quota that is spent holds all up", 429, "monthly_quota_exceeded", "hold"],
    ["trouble of its own passes", 500, "application_error", "retry"],
    ["a quota that is spent under 200 is no e-mail", 200, "daily_quota_exceeded", "hold"],
  ])("%s", (_what, status, name, outcome) => {
    expect(classify(received(status, JSON.stringify({ statusCode: status, name })))).toMatchObject({
      outcome,
      error: expect.stringContaining(name) as string,
    });
  });

  test.each(["missing_api_key", "restricted_api_key", "invalid_api_key"])(
    "a key that is not taken is named: %s",
    (name) => {
      expect(classify(received(401, JSON.stringify({ name })))).toMatchObject({
        error: expect.stringContaining("Resend does not take this API key") as string,
      });
    },
  );

  test.each([
    ["rate_limit_exceeded", "retry"],
    ["daily_quota_exceeded", "hold"],
  ])("waits after %s as long as it is told to", (name, outcome) => {
    const answer = received(429, JSON.stringify({ name }), { "retry-after": "2" });
    expect(classify(answer)).toMatchObject({ outcome, waitMs: 2_000 });
    expect(classify(received(429, JSON.stringify({ name })))).toMatchObject({ outcome, waitMs: null });
  });

  test("a 2xx whose body was lost is an e-mail", () => {
    expect(classify(received(200))).toEqual({ outcome: "delivered" });
  });
});

describe("an e-mail by Resend", () => {
  test("goes to all of the team, with the delivery's id", async () => {
    const receiver = resendReceiver(account);
    expect(await tryAt(receiver, resend, settings)).toMatchObject({
      end: { outcome: "delivered", receiverId: "00000000-0000-4000-8000-000000000001" },
    });
    expect(receiver.sent).toMatchObject([
      {
        from: settings.from,
        to: settings.to,
        subject: "New lead: Asha Rao",
        headers: { "X-LeadRelay-Delivery": outgoing().delivery_public_id },
      },
    ]);
  });

  test("whose answer was lost is not sent twice", async () => {
    const receiver = resendReceiver(account);
    expect(await tryAt(receiver, resend, settings, { lost: [1] })).toMatchObject({ end: "timeout" });
    const delivery = { ...outgoing(), attempt: 2, attempted_at: 1_700_000_090_000 };
    expect(await tryAt(receiver, resend, settings, { delivery })).toMatchObject({
      end: { outcome: "delivered", receiverId: "00000000-0000-4000-8000-000000000001" },
    });
    expect(receiver.sent).toHaveLength(1);
    expect(new Set(receiver.keys).size).toBe(1);
  });

  test("that goes to others by now, or to another delivery, has a key of its own", async () => {
    const receiver = resendReceiver(account);
    await tryAt(receiver, resend, settings);
    await tryAt(receiver, resend, { ...settings, to: ["new@agency.example"] });
    const another = { ...outgoing(), delivery_public_id: "0199aaaa-0000-8000-8000-000000000002" };
    await tryAt(receiver, resend, settings, { delivery: another });
    expect(receiver.sent).toHaveLength(3);
    for (const key of receiver.keys) expect(key.length).toBeLessThanOrEqual(256);
  });

  test("that is still being sent is asked for again", async () => {
    const receiver = resendReceiver(account);
    await tryAt(receiver, resend, settings, { lost: [1] });
    receiver.unfinished = new Set(receiver.keys);
    expect(await tryAt(receiver, resend, settings)).toMatchObject({ end: { outcome: "retry" } });
    receiver.unfinished.clear();
    expect(await tryAt(receiver, resend, settings)).toMatchObject({ end: { outcome: "delivered" } });
    expect(receiver.sent).toHaveLength(1);
  });

  test.each([
    ["with another's key", { api_key: "re_another" }, "Resend does not take this API key"],
    ["from a domain that was not set up", { from: "leads@other.example" }, "not verified"],
  ])("%s is refused in words", async (_what, changed, said) => {
    const { end } = await tryAt(resendReceiver(account), resend, { ...settings, ...changed });
    expect(end).toMatchObject({ outcome: "refused", error: expect.stringContaining(said) as string });
  });

  test("of the longest lead is one that is taken", async () => {
    const receiver = resendReceiver(account);
    const long = "👨‍👩‍👧‍👦".repeat(9_000);
    const delivery = outgoing({ ...samplePayload, first_name: long, project_name: long });
    expect(await tryAt(receiver, resend, settings, { delivery })).toMatchObject({
      end: { outcome: "delivered" },
    });
    expect(receiver.sent[0]?.subject.length).toBeLessThanOrEqual(150);
    expect(JSON.stringify(receiver.sent)).not.toContain("\ufffd");
  });
});
