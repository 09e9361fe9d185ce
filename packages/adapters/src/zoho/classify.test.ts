import { describe, expect, test } from "vitest";
import { received } from "../../test/received.ts";
import { classifyToken } from "./classify-token.ts";
import { classifyUpsert } from "./classify-upsert.ts";

type Answer = Parameters<typeof received>;

const item = (code: string, details: object = {}) =>
  JSON.stringify({ data: [{ code, details, message: "in its words", status: "error" }] });
const whole = (code: string, message = "in its words") =>
  JSON.stringify({ code, details: {}, message, status: "error" });
const said = (words: string) => ({ outcome: "refused", error: expect.stringContaining(words) as string });

describe("Zoho's answer to a lead", () => {
  test.each<[what: string, answer: Answer, end: object]>([
    ["that was made", [201, item("SUCCESS", { id: "57" })], { outcome: "delivered", receiverId: "57" }],
    ["that it had", [200, item("SUCCESS", { id: "57" })], { outcome: "delivered", receiverId: "57" }],
    ["among several statuses", [207, item("SUCCESS", { id: "57" })], { outcome: "delivered" }],
    ["that is good without an id is none", [200, item("SUCCESS")], said("refused the lead")],
    ["that is good with a status that is not", [400, item("SUCCESS", { id: "57" })], said("HTTP 400")],
    ["without a field that is asked for", [200, item("MANDATORY_NOT_FOUND")], said("custom_fields")],
    ["among several, without that field", [207, item("MANDATORY_NOT_FOUND")], said("MANDATORY_NOT_FOUND")],
    ["with a text that is none for its field", [202, item("INVALID_DATA")], said("INVALID_DATA")],
    ["refused with a status of its own", [400, item("INVALID_DATA")], said("HTTP 400")],
    [
      "of whom it has a unique value",
      [200, item("DUPLICATE_DATA", { duplicate_record: { id: "9" } })],
      { outcome: "duplicate_at_receiver", receiverId: "9" },
    ],
    [
      "of whom it has a unique value, with the older id",
      [400, item("DUPLICATE_DATA", { id: "8" })],
      { outcome: "duplicate_at_receiver", receiverId: "8" },
    ],
    [
      "of whom it has a unique value, and does not say of whom",
      [200, item("DUPLICATE_DATA", { api_name: "Phone" })],
      { outcome: "duplicate_at_receiver" },
    ],
    ["in whose making it failed", [200, item("INTERNAL_ERROR")], { outcome: "retry", waitMs: null }],
    ["without a word of it", [200, '{"data":[]}'], said("tells of no lead")],
    ["with a page", [200, "<html>"], said("tells of no lead")],
    ["with an empty 204", [204], said("tells of no lead")],
    ["with a token that ran out", [401, whole("INVALID_TOKEN")], { outcome: "stale_token" }],
    ["with a token that may not", [401, whole("OAUTH_SCOPE_MISMATCH")], said("scope")],
    ["of somebody who may not", [403, whole("NO_PERMISSION")], said("NO_PERMISSION")],
    ["among too many", [429, whole("TOO_MANY_REQUESTS")], { outcome: "retry", waitMs: null }],
    ["among too many in a row", [429, "", { "retry-after": "9" }], { outcome: "retry", waitMs: 9_000 }],
    [
      "beyond the day's credits",
      [429, whole("LIMIT_EXCEEDED", "API credits are exhausted")],
      { outcome: "hold", waitMs: null },
    ],
    ["of credits in an answer that is no limit", [400, whole("INVALID_DATA", "credit")], said("credit")],
    ["in its own trouble", [500, whole("INTERNAL_ERROR")], { outcome: "retry" }],
    ["in its own trouble, whatever it says", [500, item("INVALID_DATA")], { outcome: "retry" }],
  ])("%s", (_what, answer, end) => {
    expect(classifyUpsert(received(...answer))).toMatchObject(end);
  });
});

describe("Zoho's answer to a refresh token", () => {
  const hour = 3_600_000;

  test.each<[what: string, answer: Answer, end: object]>([
    [
      "is a token for as long as it says",
      [200, '{"access_token":"1000.t","expires_in":1800}'],
      { outcome: "onward", token: { value: "1000.t", expiresInMs: 1_800_000 } },
    ],
    [
      "is a token for an hour where it says that in ms",
      [200, '{"access_token":"1000.t","expires_in":3600000}'],
      { token: { expiresInMs: hour } },
    ],
    [
      "is a token for an hour where it says nothing",
      [200, '{"access_token":"1000.t"}'],
      { token: { expiresInMs: hour } },
    ],
    ["is none that could not stand in a header", [200, '{"access_token":"a\\r\\nb"}'], said("no token")],
    ["is none in an error with a 200", [200, '{"error":"invalid_code"}'], said("refresh token")],
    ["is none for another data centre's client", [200, '{"error":"invalid_client"}'], said("data centre")],
    ["is none for a wrong secret", [400, '{"error":"invalid_client_secret"}'], said("client secret")],
    ["is none of an error that we do not know", [200, '{"error":"general_error"}'], said("general_error")],
    [
      "is none for a while after ten in ten minutes",
      [
        400,
        '{"error":"Access Denied","error_description":"You have made too many requests continuously.","status":"failure"}',
      ],
      { outcome: "hold", waitMs: 600_000 },
    ],
    [
      "is none for a while in another language",
      [400, '{"error":"Access Denied","error_description":"您已连续提出过多请求"}'],
      { outcome: "hold", waitMs: 600_000 },
    ],
    [
      "is none for a while, whatever it calls that",
      [
        200,
        '{"error":"拒绝访问","error_description":"You have made too many requests"}',
        { "retry-after": "60" },
      ],
      { outcome: "hold", waitMs: 60_000 },
    ],
    ["is none in its own trouble", [503, "<html>"], { outcome: "retry", waitMs: null }],
  ])("%s", (_what, answer, end) => {
    expect(classifyToken(received(...answer))).toMatchObject(end);
  });
});
