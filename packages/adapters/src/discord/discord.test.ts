import { describe, expect, test } from "vitest";
import { outgoing } from "../../test/outgoing.ts";
import { received } from "../../test/received.ts";
import { tryAt } from "../../test/receivers/receiver.ts";
import { discordReceiver } from "../../test/receivers/discord.ts";
import { samplePayload } from "../make/sample-payload.ts";
import { buildRequest } from "./build-request.ts";
import { classify } from "./classify.ts";
import { discord } from "./discord.ts";

const webhook = { id: "123456789012345678", token: "abcdefghijklmnopqrstuvwxyz0123456789" };
const url = `https://discord.com/api/webhooks/${webhook.id}/${webhook.token}`;

describe("what Discord answers", () => {
  test.each<[what: string, status: number, body: string, outcome: object]>([
    ["its message is known by its id", 200, '{"id":"42"}', { outcome: "delivered", receiverId: "42" }],
    ["a 2xx whose body was lost is a message, too", 200, "", { outcome: "delivered" }],
    ["a body that cannot be read is refused", 400, '{"code":50035}', { outcome: "refused" }],
    ["a webhook that was deleted is gone", 404, '{"code":10015}', { outcome: "gone" }],
    ["a 404 in words is gone", 404, "404: Not Found", { outcome: "gone" }],
    ["a thread that was deleted is refused", 404, '{"code":10003}', { outcome: "refused" }],
    ["an address with a wrong end is gone", 401, '{"code":50027}', { outcome: "gone" }],
    ["another 401 is refused", 401, '{"code":0}', { outcome: "refused" }],
    ["what it forbids is refused", 403, '{"code":50013}', { outcome: "refused" }],
    ["trouble of its own passes", 502, "<html>", { outcome: "retry", waitMs: null }],
    [
      "a wait in seconds and parts of them is kept to the millisecond",
      429,
      '{"retry_after":1.3371,"global":false}',
      { outcome: "retry", waitMs: 1_338 },
    ],
    [
      "a limit on all that we send holds everything up",
      429,
      '{"retry_after":64.57,"global":true}',
      { outcome: "hold", waitMs: 64_570 },
    ],
    ["a wait that is none is not kept", 429, '{"retry_after":-5}', { outcome: "retry", waitMs: 7_000 }],
    [
      "a limit in words waits as its header says",
      429,
      "error code: 1015",
      { outcome: "retry", waitMs: 7_000 },
    ],
  ])("%s", (_what, status, body, outcome) => {
    const headers: Record<string, string> = status === 429 ? { "retry-after": "7" } : {};
    expect(classify(received(status, body, headers))).toMatchObject(outcome);
  });
});

test("Discord is asked to say which message it became, in the thread that was chosen", () => {
  expect(buildRequest({ url: `${url}?thread_id=42` }, outgoing()).url).toBe(`${url}?thread_id=42&wait=true`);
});

describe("a Discord channel", () => {
  test("shows the lead, and by which delivery it came", async () => {
    const receiver = discordReceiver(webhook);
    expect(await tryAt(receiver, discord, { url })).toMatchObject({
      end: { outcome: "delivered", receiverId: "1001" },
    });
    expect(receiver.messages[0]?.split("\n").slice(0, 4)).toEqual([
      "New lead: Asha Rao",
      "Name: Asha Rao",
      "Phone: +91-9999999999",
      "E-mail: asha@example.com",
    ]);
    expect(receiver.messages[0]).toContain(`Delivery ${outgoing().delivery_public_id}`);
  });

  test.each([
    "@everyone <@123> <#42> <t:1>",
    "[prize](https://evil.example/x) https://evil.example/a_b",
    "**bold** __under__ ~~gone~~ ||hidden|| `code`",
    "a\\*b \\\\ \\",
  ])("shows what a stranger wrote as it was written, and calls nobody: %s", async (first_name) => {
    const receiver = discordReceiver(webhook);
    const delivery = outgoing({ ...samplePayload, first_name });
    await tryAt(receiver, discord, { url }, { delivery });
    expect(receiver.messages[0]).toContain(`Name: ${first_name}\n`);
    expect(receiver.messages[0]).not.toContain("[!]");
    expect(discord.sentBody({ url }, delivery)).toMatchObject({ allowed_mentions: { parse: [] }, flags: 4 });
  });

  test.each([
    ["letters", "x".repeat(70_000)],
    ["signs that are written twice as long", "*".repeat(70_000)],
    ["families of emoji", "👨‍👩‍👧‍👦".repeat(9_000)],
  ])("takes the longest lead, of %s", async (_what, long) => {
    const receiver = discordReceiver(webhook);
    const payload = { ...samplePayload, first_name: long, project_name: long, user_location: long };
    const delivery = outgoing({ ...payload, searched_keyword: long, lead_source: long });
    expect(await tryAt(receiver, discord, { url }, { delivery })).toMatchObject({
      end: { outcome: "delivered" },
    });
    expect(receiver.messages[0]).toContain("E-mail: asha@example.com");
    expect(receiver.messages[0]).toContain(`Delivery ${outgoing().delivery_public_id}`);
    expect(receiver.messages[0]).not.toMatch(/\ufffd|\[!\]/);
  });

  test("that was lost on the way shows the same delivery twice, to be known by its id", async () => {
    const receiver = discordReceiver(webhook);
    expect(await tryAt(receiver, discord, { url }, { lost: [1] })).toMatchObject({ end: "timeout" });
    await tryAt(receiver, discord, { url }, { delivery: { ...outgoing(), attempt: 2 } });
    expect(receiver.messages).toHaveLength(2);
    expect(new Set(receiver.messages).size).toBe(1);
  });

  test.each([
    ["whose webhook was deleted is gone", { ...webhook, id: "1" }, url, "gone"],
    ["whose webhook has another token is gone", { ...webhook, token: "t" }, url, "gone"],
    ["whose thread was deleted is not", webhook, `${url}?thread_id=closed`, "refused"],
  ])("%s", async (_what, known, address, outcome) => {
    const receiver = discordReceiver(known);
    expect(await tryAt(receiver, discord, { url: address })).toMatchObject({ end: { outcome } });
  });

  test("that is asked too often takes the lead later", async () => {
    const receiver = discordReceiver(webhook);
    receiver.mood = () => Response.json({ retry_after: 0.5, global: false }, { status: 429 });
    expect(await tryAt(receiver, discord, { url })).toMatchObject({
      end: { outcome: "retry", waitMs: 500 },
    });
    receiver.mood = null;
    expect(await tryAt(receiver, discord, { url })).toMatchObject({ end: { outcome: "delivered" } });
    expect(receiver.messages).toHaveLength(1);
  });
});
