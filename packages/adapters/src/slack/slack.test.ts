import { describe, expect, test } from "vitest";
import { outgoing } from "../../test/outgoing.ts";
import { received } from "../../test/received.ts";
import { tryAt } from "../../test/receivers/receiver.ts";
import { slackReceiver } from "../../test/receivers/slack.ts";
import { samplePayload } from "../make/sample-payload.ts";
import { classify } from "./classify.ts";
import { slack } from "./slack.ts";

const path = "T0123ABCD/B0123ABCD/abcdefghijklmnopqrst1234";
const settings = { url: `https://hooks.slack.com/services/${path}` };

describe("what Slack answers", () => {
  test.each<[what: string, status: number, body: string, outcome: string]>([
    ["ok is a message in the channel", 200, "ok", "delivered"],
    ["a 2xx whose body was lost is one, too", 200, "", "delivered"],
    ["a body that cannot be read is refused", 400, "invalid_payload", "refused"],
    ["a message without text is refused", 400, "no_text", "refused"],
    ["too much in one message is refused", 400, "too_many_attachments", "refused"],
    ["what the workspace forbids is refused", 403, "action_prohibited", "refused"],
    ["an address with a wrong end is refused", 403, "invalid_token", "refused"],
    ["a channel that was deleted is gone", 404, "channel_not_found", "gone"],
    ["a webhook that was taken back is gone", 404, "no_service", "gone"],
    ["a channel that was archived is gone", 410, "channel_is_archived", "gone"],
    ["a webhook that was switched off is gone", 410, "no_active_hooks", "gone"],
    ["a webhook that was switched off is gone under another status, too", 404, "no_active_hooks\n", "gone"],
    ["another 404 may be a proxy's and is refused", 404, "not here", "refused"],
    ["trouble of its own passes", 500, "rollup_error", "retry"],
    ["a refusal under 200 is no success", 200, "invalid_blocks", "refused"],
    ["a refusal in JSON under 200 is no success", 200, '{"ok": false, "error": "no_text"}', "refused"],
  ])("%s", (_what, status, body, outcome) => {
    expect(classify(received(status, body))).toMatchObject({ outcome });
  });

  test("waits as long as it is told to", () => {
    const answer = received(429, "rate_limited", { "retry-after": "30" });
    expect(classify(answer)).toEqual({ outcome: "retry", error: "HTTP 429: rate_limited", waitMs: 30_000 });
  });
});

describe("a Slack channel", () => {
  test("shows the lead, and by which delivery it came", async () => {
    const receiver = slackReceiver(path);
    expect(await tryAt(receiver, slack, settings)).toMatchObject({ end: { outcome: "delivered" } });
    const [message] = receiver.messages;
    expect(message?.split("\n").slice(0, 4)).toEqual([
      "New lead: Asha Rao",
      "New lead: Asha Rao",
      "Name: Asha Rao",
      "Phone: +91-9999999999",
    ]);
    expect(message).toContain("E-mail: asha@example.com");
    expect(message).toContain(`Delivery ${outgoing().delivery_public_id}`);
  });

  test("shows what a stranger wrote as it was written, and calls nobody", async () => {
    const receiver = slackReceiver(path);
    const first_name = "<!channel> <https://evil.example|Rao> & Sons &lt;";
    await tryAt(receiver, slack, settings, { delivery: outgoing({ ...samplePayload, first_name }) });
    expect(receiver.messages[0]).toContain(`Name: ${first_name}`);
    expect(receiver.messages[0]).not.toContain("[!]");
  });

  test.each([
    ["letters", "x".repeat(70_000)],
    ["signs that are written five times as long", "&".repeat(70_000)],
    ["families of emoji", "👨‍👩‍👧‍👦".repeat(9_000)],
  ])("takes the longest lead, of %s", async (_what, long) => {
    const receiver = slackReceiver(path);
    const payload = { ...samplePayload, first_name: long, project_name: long, user_location: long };
    const delivery = outgoing(payload);
    expect(await tryAt(receiver, slack, settings, { delivery })).toMatchObject({
      end: { outcome: "delivered" },
    });
    expect(receiver.messages[0]).toContain("E-mail: asha@example.com");
    expect(receiver.messages[0]).not.toMatch(/\ufffd|&(?:a|am|amp)…/);
  });

  test("that was lost on the way shows the same delivery twice, to be known by its id", async () => {
    const receiver = slackReceiver(path);
    expect(await tryAt(receiver, slack, settings, { lost: [1] })).toMatchObject({ end: "timeout" });
    await tryAt(receiver, slack, settings, { delivery: { ...outgoing(), attempt: 2 } });
    expect(new Set(receiver.messages).size).toBe(1);
    expect(receiver.messages).toHaveLength(2);
  });

  test("that is not there any more is gone", async () => {
    const receiver = slackReceiver("T0/B0/another");
    expect(await tryAt(receiver, slack, settings)).toMatchObject({ end: { outcome: "gone" } });
  });

  test("that is asked too often takes the lead later", async () => {
    const receiver = slackReceiver(path);
    receiver.mood = () => new Response("rate_limited", { status: 429, headers: { "retry-after": "1" } });
    expect(await tryAt(receiver, slack, settings)).toMatchObject({
      end: { outcome: "retry", waitMs: 1_000 },
    });
    receiver.mood = null;
    expect(await tryAt(receiver, slack, settings)).toMatchObject({ end: { outcome: "delivered" } });
    expect(receiver.messages).toHaveLength(1);
  });
});
