import { attributionNames } from "@leadrelay/contracts/attribution";
import { describe, expect, test } from "vitest";
import { outgoing } from "../../test/outgoing.ts";
import { received } from "../../test/received.ts";
import { buildRequest } from "./build-request.ts";
import { make } from "./make.ts";
import { samplePayload } from "./sample-payload.ts";

const url = "https://hook.eu1.make.com/abc";
const [send] = make.steps;
const classify = (...answer: Parameters<typeof received>) =>
  send.classify(received(...answer), { url }, { kept: {}, token: "" });

describe("a 400 of Make", () => {
  test.each(["Queue is full.", "Queue is full", "queue is FULL, try later"])("is retried: %s", (body) => {
    expect(classify(400, body, { "retry-after": "7" })).toEqual({
      outcome: "retry",
      error: `HTTP 400: ${body}`,
      waitMs: 7_000,
    });
  });

  test("is refused when the data structure does not match", () => {
    expect(classify(400, "Data structure mismatch")).toEqual({
      outcome: "refused",
      error: "HTTP 400: Data structure mismatch",
    });
  });

  test.each([401, 403, 404, 413, 422])(
    "alone means a full queue: a %i of these words is refused",
    (status) => {
      expect(classify(status, "Queue is full")).toMatchObject({ outcome: "refused" });
    },
  );
});

describe("make's request", () => {
  test("is the flat payload with the delivery's own link", () => {
    const delivery = outgoing();
    const request = buildRequest({ url, api_key: null }, delivery);
    expect(JSON.parse(request.body ?? "")).toEqual({
      ...samplePayload,
      make_send_public_id: delivery.delivery_public_id,
      callback_url: null,
    });
    expect(request.url).toBe(url);
  });

  test("says how the person came where it is set to, and with no other name", () => {
    const delivery = outgoing();
    const bodyFor = (settings: object) =>
      JSON.parse(buildRequest({ url, ...settings }, delivery).body ?? "") as Record<string, unknown>;
    const plain = bodyFor({});
    const { first, latest } = delivery.event.attribution;
    expect(bodyFor({ send_attribution: false })).toEqual(plain);
    expect(bodyFor({ send_attribution: true })).toEqual({
      ...plain,
      ...latest,
      ...Object.fromEntries(Object.entries(first ?? {}).map(([name, value]) => [`first_${name}`, value])),
    });
    expect(Object.keys(plain).filter((name) => attributionNames.some((one) => one === name))).toEqual([]);
  });

  test("has every name of how the person came where it was not kept, too", () => {
    const delivery = outgoing();
    const event = { ...delivery.event, attribution: { first: null, latest: null } };
    const { body } = buildRequest({ url, send_attribution: true }, { ...delivery, event });
    for (const name of attributionNames)
      expect(JSON.parse(body ?? "")).toMatchObject({ [name]: null, [`first_${name}`]: null });
  });

  test("carries the key where there is one", () => {
    expect(buildRequest({ url, api_key: "k-1" }, outgoing()).headers).toHaveProperty("x-make-apikey", "k-1");
    for (const api_key of [null, undefined, ""])
      expect(buildRequest({ url, api_key }, outgoing()).headers).not.toHaveProperty("x-make-apikey");
  });
});

test.each([{ url }, { url, api_key: null, send_attribution: true }, { url, api_key: "abc" }])(
  "%j are settings",
  (settings) => {
    expect(make.parseSettings(settings)).toEqual(settings);
  },
);

describe("what is shown of make's settings", () => {
  const secret = "https://hook.eu2.make.com/abcdefghijklmnopqrstuvwxyzab12?token=hidden";

  test.each([
    [
      { url: secret, api_key: "key" },
      { url_hint: "https://hook.eu2.make.com/…ab12", has_api_key: true, send_attribution: false },
    ],
    [
      { url: "https://hook.example/short", api_key: null },
      { url_hint: "https://hook.example/…", has_api_key: false, send_attribution: false },
    ],
  ])("is enough to recognise %j by, and no more", (settings, shown) => {
    expect(make.showSettings(settings)).toEqual(shown);
  });
});

test("every setting of make that is wrong is named at once", () => {
  expect(() => make.parseSettings({ url: "not-an-url-77", api_key: "with blank" })).toThrow(
    /^Wrong settings for a make destination: url should .*; api_key should /,
  );
});
