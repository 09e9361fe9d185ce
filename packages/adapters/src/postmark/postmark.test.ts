import { describe, expect, test } from "vitest";
import { outgoing } from "../../test/outgoing.ts";
import { received } from "../../test/received.ts";
import { tryAt } from "../../test/receivers/receiver.ts";
import { postmarkReceiver } from "../../test/receivers/postmark.ts";
import { samplePayload } from "../make/sample-payload.ts";
import { classify } from "./classify.ts";
import { postmark } from "./postmark.ts";

const server = { token: "01234567-89ab-cdef-0123-456789abcdef", domain: "agency.example" };
const settings = {
  server_token: server.token,
  from: "leads@agency.example",
  to: ["sales@agency.example", "boss@agency.example"],
};

describe("what Postmark answers", () => {
  test.each<[what: string, status: number, code: number, outcome: string]>([
    ["a token that is none is refused", 401, 10, "refused"],
    ["maintenance passes", 422, 100, "retry"],
    ["an e-mail that is none is refused", 422, 300, "refused"],
    ["a sender that is not known is refused", 422, 400, "refused"],
    ["a sender that was not confirmed is refused", 422, 401, "refused"],
    ["JSON that is none is refused", 422, 402, "refused"],
    ["JSON of another shape is refused", 422, 403, "refused"],
    ["a server that may not send holds all up", 422, 405, "hold"],
    ["an address that bounced is refused", 422, 406, "refused"],
    ["an attachment that is forbidden is refused", 422, 411, "refused"],
    ["an account that is looked at holds all up", 422, 412, "hold"],
    ["an account that may not send holds all up", 422, 413, "hold"],
    ["too many requests pass", 422, 429, "retry"],
    ["too many requests under their own status pass", 429, 429, "retry"],
    ["trouble of its own passes", 500, 0, "retry"],
    ["a refusal under 200 is no e-mail", 200, 406, "refused"],
    ["an account that may not send is none under 200, too", 200, 413, "hold"],
  ])("%s", (_what, status, code, outcome) => {
    const body = JSON.stringify({ ErrorCode: code, Message: "Said so." });
    expect(classify(received(status, body))).toMatchObject({
      outcome,
      error: expect.stringContaining("Said so.") as string,
    });
  });

  test("a token that is not taken is named", () => {
    expect(classify(received(401, '{"ErrorCode":10}'))).toMatchObject({
      error: expect.stringContaining("Postmark does not take this server token") as string,
    });
  });

  test("a 403 without a code is a firewall's and refused", () => {
    expect(classify(received(403, "<html>"))).toMatchObject({ outcome: "refused" });
  });

  test("a 2xx whose body was lost is an e-mail", () => {
    expect(classify(received(200))).toEqual({ outcome: "delivered" });
  });
});

describe("an e-mail by Postmark", () => {
  test("goes to all of the team, with the delivery's id", async () => {
    const receiver = postmarkReceiver(server);
    expect(await tryAt(receiver, postmark, settings)).toMatchObject({
      end: { outcome: "delivered", receiverId: "0a129aee-e1cd-480d-b08d-000000000001" },
    });
    expect(receiver.sent).toMatchObject([
      {
        From: "leads@agency.example",
        To: "sales@agency.example, boss@agency.example",
        Subject: "New lead: Asha Rao",
        Headers: [{ Name: "X-LeadRelay-Delivery", Value: outgoing().delivery_public_id }],
      },
    ]);
    expect(receiver.sent[0]).not.toHaveProperty("MessageStream");
  });

  test("goes into the stream that was chosen", async () => {
    const receiver = postmarkReceiver(server);
    await tryAt(receiver, postmark, { ...settings, message_stream: "leads" });
    expect(receiver.sent[0]).toMatchObject({ MessageStream: "leads" });
  });

  test("whose answer was lost is sent twice, to be known by the delivery's id", async () => {
    const receiver = postmarkReceiver(server);
    expect(await tryAt(receiver, postmark, settings, { lost: [1] })).toMatchObject({ end: "timeout" });
    await tryAt(receiver, postmark, settings);
    expect(new Set(receiver.sent.map((email) => JSON.stringify(email))).size).toBe(1);
    expect(receiver.sent).toHaveLength(2);
  });

  test.each([
    ["with another's token", { server_token: "another" }, "Postmark does not take this server token"],
    ["from a sender that is not known", { from: "leads@other.example" }, "Sender signature not found"],
    ["to one whose mailbox bounced", { to: ["gone@agency.example"] }, "inactive recipients"],
  ])("%s is refused in words", async (_what, changed, said) => {
    const receiver = postmarkReceiver(server);
    receiver.inactive.add("gone@agency.example");
    const { end } = await tryAt(receiver, postmark, { ...settings, ...changed });
    expect(end).toMatchObject({ outcome: "refused", error: expect.stringContaining(said) as string });
  });

  test("that comes too fast goes later", async () => {
    const receiver = postmarkReceiver(server);
    receiver.mood = () =>
      Response.json(
        { ErrorCode: 429, Message: "Rate limit exceeded" },
        { status: 429, headers: { "retry-after": "1" } },
      );
    expect(await tryAt(receiver, postmark, settings)).toMatchObject({
      end: { outcome: "retry", waitMs: 1_000 },
    });
    receiver.mood = null;
    expect(await tryAt(receiver, postmark, settings)).toMatchObject({ end: { outcome: "delivered" } });
  });

  test("of the longest lead is one that is taken", async () => {
    const receiver = postmarkReceiver(server);
    const long = "👨‍👩‍👧‍👦".repeat(9_000);
    const delivery = outgoing({ ...samplePayload, first_name: long, project_name: long });
    expect(await tryAt(receiver, postmark, settings, { delivery })).toMatchObject({
      end: { outcome: "delivered" },
    });
    expect(JSON.stringify(receiver.sent)).not.toContain("\ufffd");
  });
});
