import { describe, expect, test } from "vitest";
import { atStage } from "../../test/at-stage.ts";
import { outgoing } from "../../test/outgoing.ts";
import { received } from "../../test/received.ts";
import { GoogleConversionsReceiver } from "../../test/receivers/google-conversions.ts";
import { tryAt } from "../../test/receivers/receiver.ts";
import { exampleKeyFile } from "../google/example-key-file.ts";
import { samplePayload } from "../make/sample-payload.ts";
import { sentBody } from "./build-request.ts";
import { classify } from "./classify.ts";
import { googleConversions } from "./google-conversions.ts";
import { nothingToSend } from "./nothing-to-send.ts";

const given = {
  service_account: exampleKeyFile,
  customer: "123-456-7890",
  conversions: ["qualified=7001", "won=7002"],
};
const settings = googleConversions.parseSettings(given);
const error = (code: number, status: string, message: string) =>
  JSON.stringify({ error: { code, status, message } });

describe("an answer of Google", () => {
  test.each<[what: string, answer: Parameters<typeof received>, end: object]>([
    ["an event that was taken", [200, '{"requestId":"r"}'], { outcome: "delivered", receiverId: "r" }],
    ["one that was only looked at", [200, "{}"], { outcome: "delivered" }],
    ["a page", [200, "<html>"], { outcome: "refused" }],
    ["an old token", [401, "{}"], { outcome: "stale_token" }],
    ["a spent minute", [429, ""], { outcome: "retry", waitMs: 60_000 }],
    [
      "a spent minute that asks for more",
      [429, "", { "retry-after": "90" }],
      { outcome: "retry", waitMs: 90_000 },
    ],
    [
      "an account that knows nobody of this name",
      [403, error(403, "PERMISSION_DENIED", "The caller does not have permission")],
      {
        outcome: "refused",
        error: expect.stringContaining("make the service account's client_email a user"),
      },
    ],
    [
      "a project without the API",
      [
        403,
        error(403, "PERMISSION_DENIED", "Data Manager API has not been used in project 1 or it is disabled."),
      ],
      { outcome: "refused", error: expect.stringContaining("switch the Data Manager API on") },
    ],
    [
      "another prohibition",
      [403, error(403, "OTHER", "no")],
      { outcome: "refused", error: expect.stringMatching(/^HTTP 403/) },
    ],
    [
      "an event that it cannot read",
      [400, error(400, "INVALID_ARGUMENT", "There was a problem with the request.")],
      { outcome: "refused", error: expect.stringContaining("problem with the request") },
    ],
    ["its own trouble", [503, ""], { outcome: "retry" }],
  ])("of %s", (_what, answer, end) => {
    expect(classify(received(...answer))).toMatchObject(end);
  });
});

describe("nothing is sent", () => {
  test.each<[why: string, ...Parameters<typeof atStage>, said: string | null]>([
    [
      "of a stage that is no conversion",
      "lost",
      { gclid: "abc" },
      {},
      "no conversion is set for the stage “lost”",
    ],
    [
      "of somebody who came from elsewhere",
      "won",
      { gclid: null, fbclid: "Iw" },
      {},
      "no click id of Google",
    ],
    ["of a click of long ago", "won", { gclid: "abc" }, { days: 90.1 }, "more than 90 days ago"],
    ["in no other case: a click", "won", { gclid: "abc" }, {}, null],
    ["a click in an app", "won", { gclid: null, gbraid: "abc" }, {}, null],
    ["a click to an app", "won", { gclid: null, wbraid: "abc" }, {}, null],
    ["a click of 90 days ago", "won", { gclid: "abc" }, { days: 90 }, null],
  ])("%s", (_why, stage, ids, when, said) => {
    const reason = nothingToSend(settings, atStage(stage, ids, when));
    if (said === null) expect(reason).toBeNull();
    else expect(reason).toContain(said);
  });

  test("of what is no stage, but for a test, which counts nowhere", () => {
    expect(nothingToSend(settings, outgoing())).toBe("it says of no stage that the lead came to");
    expect(nothingToSend(settings, outgoing({ ...samplePayload, test_lead: "yes" }))).toBeNull();
  });
});

describe("Google", () => {
  test("is told the click, the moment and the conversion action, and no contact detail", () => {
    const sent = sentBody(
      { ...settings, manager: "987-654-3210" },
      atStage("won", { gclid: "abc", gbraid: "x" }),
    );
    expect(sent).toEqual({
      destinations: [
        {
          operatingAccount: { accountType: "GOOGLE_ADS", accountId: "1234567890" },
          loginAccount: { accountType: "GOOGLE_ADS", accountId: "9876543210" },
          productDestinationId: "7002",
        },
      ],
      events: [
        {
          adIdentifiers: { gclid: "abc" },
          transactionId: outgoing().delivery_public_id,
          eventTimestamp: "2023-11-15T22:13:20.000Z",
        },
      ],
    });
  });

  test("counts once what is sent again because its answer was lost, with what it is worth", async () => {
    const receiver = new GoogleConversionsReceiver();
    const delivery = atStage("won", { gclid: "abc" }, { value: 12.5 });
    const whole = { ...given, currency: "INR" };
    const tokens = { value: null };
    const first = await tryAt(receiver, googleConversions, whole, { delivery, tokens, lost: [2] });
    expect(first).toMatchObject({ end: "timeout", asked: ["POST /token", "POST /v1/events:ingest"] });
    const second = await tryAt(receiver, googleConversions, whole, { delivery, tokens });
    expect(second).toMatchObject({ end: { outcome: "delivered" }, asked: ["POST /v1/events:ingest"] });
    expect([...receiver.counted]).toEqual([[delivery.delivery_public_id, "abc"]]);
    expect(receiver.values).toEqual([12.5, 12.5]);
  });

  test("counts no test", async () => {
    const receiver = new GoogleConversionsReceiver();
    const delivery = outgoing({ ...samplePayload, test_lead: "yes" });
    const { end } = await tryAt(receiver, googleConversions, given, { delivery });
    expect(end).toMatchObject({ outcome: "delivered" });
    expect(receiver.counted.size).toBe(0);
  });

  test("asks once for a new token, and says whom the account has to know", async () => {
    const receiver = new GoogleConversionsReceiver();
    receiver.isUser = false;
    const tokens = { value: "ya29.old" };
    const { end, asked } = await tryAt(receiver, googleConversions, given, {
      delivery: atStage("won", { gclid: "a" }),
      tokens,
    });
    expect(asked).toEqual(["POST /v1/events:ingest", "POST /token", "POST /v1/events:ingest"]);
    expect(end).toMatchObject({ outcome: "refused", error: expect.stringContaining("client_email") });
  });
});
