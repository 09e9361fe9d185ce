import { describe, expect, test } from "vitest";
import { outgoing } from "../../test/outgoing.ts";
import { received } from "../../test/received.ts";
import { tryAt } from "../../test/receivers/receiver.ts";
import { telegramReceiver } from "../../test/receivers/telegram.ts";
import { samplePayload } from "../make/sample-payload.ts";
import { classify, classifyFirst } from "./classify.ts";
import { telegram } from "./telegram.ts";

const bot = { token: "123456789:AAabcdefghijklmnopqrstuvwxyz0123456", chat: "-1234567890" };
const settings = { bot_token: bot.token, chat_id: bot.chat };

describe("what Telegram answers", () => {
  test.each<[what: string, status: number, body: object | string, outcome: object]>([
    [
      "its message is known by its number",
      200,
      { ok: true, result: { message_id: 4711 } },
      { outcome: "delivered", receiverId: "4711" },
    ],
    ["a 2xx whose body was lost is a message, too", 200, "", { outcome: "delivered" }],
    ["a 2xx that says no is no message", 200, { ok: false }, { outcome: "refused" }],
    [
      "a 2xx that says no with a code means what that means",
      200,
      { ok: false, error_code: 502, description: "Bad Gateway" },
      { outcome: "retry", waitMs: null },
    ],
    [
      "too many messages wait as long as it says",
      429,
      { ok: false, error_code: 429, parameters: { retry_after: 38 } },
      { outcome: "retry", waitMs: 38_000 },
    ],
    [
      "too many without a wait have none",
      429,
      { ok: false, error_code: 429 },
      { outcome: "retry", waitMs: null },
    ],
    [
      "a chat that is not there is refused",
      400,
      { ok: false, error_code: 400, description: "Bad Request: chat not found" },
      { outcome: "refused" },
    ],
    [
      "a person who blocked the bot refuses",
      403,
      { ok: false, error_code: 403, description: "Forbidden: bot was blocked by the user" },
      { outcome: "refused", error: expect.stringContaining("bot was blocked by the user") as string },
    ],
    [
      "a token that is none is refused in words",
      401,
      { ok: false, error_code: 401, description: "Unauthorized" },
      { outcome: "refused", error: expect.stringContaining("no bot with this token") as string },
    ],
    [
      "a token that was taken back is refused in words",
      404,
      { ok: false, error_code: 404, description: "Not Found" },
      { outcome: "refused", error: expect.stringContaining("no bot with this token") as string },
    ],
    ["trouble of its own passes", 500, { ok: false, error_code: 500 }, { outcome: "retry" }],
  ])("%s", (_what, status, body, outcome) => {
    const answer = received(status, typeof body === "string" ? body : JSON.stringify(body));
    expect(classify(answer)).toMatchObject(outcome);
    expect(classifyFirst(answer)).toMatchObject(outcome);
  });

  test("a chat that moved twice at once is refused, not followed in a circle", () => {
    const body = JSON.stringify({ ok: false, error_code: 400, parameters: { migrate_to_chat_id: -100 } });
    expect(classifyFirst(received(400, body))).toEqual({ outcome: "onward", kept: { chat_id: "-100" } });
    expect(classify(received(400, body))).toMatchObject({ outcome: "refused" });
  });
});

describe("a Telegram chat", () => {
  test("shows the lead, and by which delivery it came", async () => {
    const receiver = telegramReceiver(bot);
    expect(await tryAt(receiver, telegram, settings)).toMatchObject({
      end: { outcome: "delivered", receiverId: "1" },
    });
    const text = receiver.messages[0]?.text ?? "";
    expect(text.split("\n").slice(0, 4)).toEqual([
      "New lead: Asha Rao",
      "Name: Asha Rao",
      "Phone: +91-9999999999",
      "E-mail: asha@example.com",
    ]);
    expect(text.split("\n").at(-1)).toBe(`Delivery ${outgoing().delivery_public_id}`);
  });

  test("has what a stranger wrote as it was written, where it is no mention, command or link", async () => {
    const receiver = telegramReceiver(bot);
    const first_name = "@team /start https://evil.example 👍 <b>Rao</b>";
    await tryAt(receiver, telegram, settings, {
      delivery: outgoing({ ...samplePayload, first_name, phone_mobile: "call evil.example" }),
    });
    const [message] = receiver.messages;
    expect(message?.text).toContain(`Name: ${first_name}\nPhone: call evil.example\n`);
    expect(message?.codes.slice(0, 3)).toEqual([first_name, first_name, "call evil.example"]);
  });

  test("lets a number be called that is one", async () => {
    const receiver = telegramReceiver(bot);
    await tryAt(receiver, telegram, settings);
    expect(receiver.messages[0]?.text).toContain("+91-9999999999");
    expect(receiver.messages[0]?.codes).not.toContain("+91-9999999999");
  });

  test.each([
    ["letters", "x".repeat(70_000)],
    ["emoji", "👍".repeat(35_000)],
    ["families of emoji", "👨‍👩‍👧‍👦".repeat(9_000)],
  ])("takes the longest lead, of %s", async (_what, long) => {
    const receiver = telegramReceiver(bot);
    const payload = { ...samplePayload, first_name: long, project_name: long, user_location: long };
    const places = { user_city: long, user_region: long, lead_source: long, searched_keyword: long };
    const delivery = outgoing({ ...payload, ...places, suspicion_reasons: long, phone_mobile: long });
    expect(await tryAt(receiver, telegram, settings, { delivery })).toMatchObject({
      end: { outcome: "delivered" },
    });
    expect(receiver.messages[0]?.text).toContain("E-mail: asha@example.com");
    expect(receiver.messages[0]?.text).not.toContain("\ufffd");
  });

  test("that became another is written to where it is now, in the same try", async () => {
    const receiver = telegramReceiver(bot);
    receiver.moved.set(bot.chat, -1001234567890);
    const tried = await tryAt(receiver, telegram, settings);
    expect(tried).toMatchObject({ end: { outcome: "delivered" }, kept: { chat_id: "-1001234567890" } });
    expect(receiver.messages.map(({ chat }) => chat)).toEqual(["-1001234567890"]);
  });

  test("that became another just before a try was lost is not asked under its old name again", async () => {
    const receiver = telegramReceiver(bot);
    receiver.moved.set(bot.chat, -1001234567890);
    const { end, kept } = await tryAt(receiver, telegram, settings, { lost: [2] });
    expect(end).toBe("timeout");
    receiver.asked = [];
    await tryAt(receiver, telegram, settings, { kept });
    expect(receiver.asked).toEqual(["-1001234567890"]);
  });

  test.each([
    ["from which the bot was thrown out refuses", { chat_id: bot.chat }, "bot was kicked"],
    ["that is not there refuses", { chat_id: "-99" }, "chat not found"],
    [
      "of another bot refuses",
      { bot_token: "987654321:AAabcdefghijklmnopqrstuvwxyz" },
      "no bot with this token",
    ],
  ])("%s", async (_what, changed, said) => {
    const receiver = telegramReceiver(bot);
    receiver.blockedBy.add(bot.chat);
    const { end } = await tryAt(receiver, telegram, { ...settings, ...changed });
    expect(end).toMatchObject({ outcome: "refused", error: expect.stringContaining(said) as string });
  });

  test("that is asked too often takes the lead later", async () => {
    const receiver = telegramReceiver(bot);
    const busy = { ok: false, error_code: 429, parameters: { retry_after: 3 } };
    receiver.mood = () => Response.json(busy, { status: 429 });
    expect(await tryAt(receiver, telegram, settings)).toMatchObject({
      end: { outcome: "retry", waitMs: 3_000 },
    });
    receiver.mood = null;
    expect(await tryAt(receiver, telegram, settings)).toMatchObject({ end: { outcome: "delivered" } });
    expect(receiver.messages).toHaveLength(1);
  });

  test("is written to in the topic that was chosen", () => {
    const body = telegram.sentBody({ ...settings, topic_id: 12 }, outgoing());
    expect(body).toMatchObject({ chat_id: bot.chat, message_thread_id: 12 });
    expect(telegram.sentBody(settings, outgoing())).not.toHaveProperty("message_thread_id");
  });
});
