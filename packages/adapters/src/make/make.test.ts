import { describe, expect, test } from "vitest";
import { make } from "./make.ts";
import { samplePayload } from "./sample-payload.ts";

const received = (status: number, body = "", headers: Record<string, string> = {}) => ({
  status,
  body,
  headers: new Headers(headers),
});
const delivery = {
  event: { id: "evt", type: "lead.created", payload: samplePayload, created_at: 1 },
  delivery_public_id: "0199aaaa-0000-8000-8000-000000000001",
  attempt: 3,
} as const;
const url = "https://hook.eu1.make.com/abc";

describe("make's answers", () => {
  test.each([200, 201, 202, 204])("%i is delivered", (status) => {
    expect(make.classify(received(status, "Accepted"))).toEqual({ outcome: "delivered" });
  });

  test.each([408, 425, 429, 500, 502, 503, 504, 599])("%i is retried, when the receiver says", (status) => {
    expect(make.classify(received(status, "", { "retry-after": "12" }))).toEqual({
      outcome: "retry",
      error: `HTTP ${status}`,
      retryAfter: "12",
    });
  });

  test("400 is retried when the queue is full and refused otherwise", () => {
    expect(make.classify(received(400, "Queue is full."))).toMatchObject({ outcome: "retry" });
    expect(make.classify(received(400, "Data structure mismatch"))).toEqual({
      outcome: "refused",
      error: "HTTP 400: Data structure mismatch",
    });
  });

  test.each([401, 403, 404, 405, 413, 422, 451])("%i is refused", (status) => {
    expect(make.classify(received(status, "Queue is full"))).toMatchObject({ outcome: "refused" });
  });

  test("410 means the hook is gone", () => {
    expect(make.classify(received(410))).toEqual({ outcome: "gone", error: "HTTP 410" });
  });

  test.each([301, 302, 303, 307, 308])("%i is refused with a hint", (status) => {
    expect(make.classify(received(status))).toEqual({
      outcome: "refused",
      error: `HTTP ${status}: redirects are not followed; use the final address`,
    });
  });

  test("an HTML page is not quoted, a long text is cut", () => {
    expect(make.classify(received(404, "<!doctype html><p>x"))).toMatchObject({ error: "HTTP 404" });
    const long = make.classify(received(404, "y".repeat(5000)));
    expect(long.outcome === "refused" && long.error.length).toBeLessThan(220);
  });
});

describe("make's request", () => {
  test("is the flat payload with the delivery's own link", () => {
    const request = make.buildRequest({ url, api_key: null }, delivery);
    expect(JSON.parse(request.body)).toEqual({
      ...samplePayload,
      make_send_public_id: delivery.delivery_public_id,
      callback_url: null,
    });
    expect(request).toMatchObject({ url, method: "POST" });
    expect(request.headers["user-agent"]).toMatch(/^LeadRelay\//);
    expect(request.headers).not.toHaveProperty("x-make-apikey");
  });

  test("carries the key where there is one", () => {
    const { headers } = make.buildRequest({ url, api_key: "k-1" }, delivery);
    expect(headers).toMatchObject({ "content-type": "application/json", "x-make-apikey": "k-1" });
  });
});

describe("make's settings", () => {
  test.each([
    [{ url: "hook.make.com/s3cr3t" }, "url"],
    [{ url: "ftp://hook.make.com/s3cr3t" }, "url"],
    [{ api_key: null }, "url"],
    [{ url, api_key: "s3cr3t with space" }, "api_key"],
    [{ url, api_key: "s3cr3t\r\nx: y" }, "api_key"],
    ["s3cr3t", "settings"],
    [null, "settings"],
  ])("%j is wrong and the error names %s, not its value", (settings, name) => {
    expect(() => make.parseSettings(settings)).toThrow(name);
    expect(() => make.parseSettings(settings)).not.toThrow("s3cr3t");
  });

  test.each([{ url }, { url, api_key: null }, { url, api_key: "abc" }])("%j is right", (settings) => {
    expect(make.parseSettings(settings)).toEqual(settings);
  });
});

describe("what is shown of make's settings", () => {
  const secret = "https://hook.eu2.make.com/abcdefghijklmnopqrstuvwxyzab12?token=hidden";

  test("is enough to recognise them by, and no more", () => {
    expect(make.showSettings({ url: secret, api_key: "key" })).toEqual({
      url_hint: "https://hook.eu2.make.com/…ab12",
      has_api_key: true,
    });
    expect(make.showSettings({ url: "https://hook.example/short", api_key: null })).toEqual({
      url_hint: "https://hook.example/…",
      has_api_key: false,
    });
  });

  test("names the address that will be called", () => {
    expect(make.addresses({ url: secret })).toEqual([{ setting: "url", url: secret }]);
  });

  test("what is wrong with them is said without their values", () => {
    const wrong = (settings: unknown) => {
      try {
        make.parseSettings(settings);
      } catch (error) {
        return error;
      }
    };
    expect(wrong({ url: "not-an-url-77", api_key: "with blank" })).toMatchObject({
      problems: [{ setting: "url" }, { setting: "api_key" }],
      message: expect.not.stringMatching(/77|blank/),
    });
  });
});
