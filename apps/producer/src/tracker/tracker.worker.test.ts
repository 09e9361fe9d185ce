import type { TrackingMessage } from "@leadrelay/contracts/tracking";
import { env } from "cloudflare:test";
import { describe, expect, it } from "vitest";
import { startProducer, wrapped } from "../../test/producer-under-test.ts";
import { trackerHash, trackerScript } from "./script.gen.ts";

/** The producer, and what its queue `tracking` took. */
async function start(given: Parameters<typeof startProducer>[0] = {}) {
  const told: TrackingMessage[] = [];
  const queue = wrapped(env.TRACKING_QUEUE, {
    send: async (message: unknown) => {
      told.push(message as TrackingMessage);
      return { metadata: { metrics: { backlogCount: 0, backlogBytes: 0 } } };
    },
  });
  const producer = await startProducer({ ...given, env: { TRACKING_QUEUE: queue, ...given.env } });
  const beacon = (more: object = {}) => ({
    v: 1,
    form: producer.formKey,
    visitor: "9b2f6c1e-visitor",
    session: "mc9x-session",
    returns: 1,
    page: "https://shop.example/?utm_source=google",
    events: [
      { kind: "page_view", number: 1, at: 0, what: "/" },
      { kind: "click", number: 1, at: 3_000, what: "a#call" },
    ],
    ...more,
  });
  const collect = (body: unknown, init: RequestInit = {}, path = "/t/collect") =>
    producer.fetch(path, {
      method: "POST",
      headers: { "content-type": "text/plain;charset=UTF-8", "cf-connecting-ip": "203.0.113.7" },
      body: typeof body === "string" ? body : JSON.stringify(body),
      ...init,
    });
  return { ...producer, told, beacon, collect };
}

describe("a beacon", () => {
  it("is added up, and put on a queue of its own", async () => {
    const { told, beacon, collect, formKey, sent } = await start();
    const answer = await collect(beacon());
    expect([answer.status, answer.headers.get("access-control-allow-origin")]).toEqual([204, "*"]);
    expect(told).toEqual([
      expect.objectContaining({
        type: "tracking",
        client_id: `cli_${formKey}`,
        form_id: `form_${formKey}`,
        visitor_id: "9b2f6c1e-visitor",
        totals: { duration_ms: 3_000, scroll_percent: 0, clicks: 1, page_views: 1, events: 2, returns: 1 },
        seen: { "page /": 0, "click a#call": 3_000 },
        network: "203.0.113.7",
      }),
    ]);
    expect(sent).toEqual([]);
  });

  it.each([
    ["no JSON", "hello", 422, "the body"],
    [
      "an event too many",
      { events: Array.from({ length: 101 }, () => ({ kind: "click", number: 1, at: 0 })) },
      422,
      "events",
    ],
    ["a time before its session", { events: [{ kind: "click", number: 1, at: -1 }] }, 422, "events.0.at"],
    ["another form's key", { form: "frm_nobody" }, 404, "data-form"],
    ["more than a beacon holds", "x".repeat(64_001), 413, "64000"],
  ])("with %s is refused, and says what is wrong with it", async (_, given, status, words) => {
    const { told, beacon, collect } = await start();
    const answer = await collect(typeof given === "string" ? given : beacon(given));
    expect(answer.status).toBe(status);
    expect(await answer.text()).toContain(words);
    expect(told).toEqual([]);
  });

  it("from an address that sends too many is not kept", async () => {
    const limiter = { limit: async () => ({ success: false }) };
    const { told, beacon, collect } = await start({ env: { COLLECT_RATE: limiter } });
    expect((await collect(beacon())).status).toBe(429);
    expect(told).toEqual([]);
  });

  it.each([
    ["its queue refuses", { send: async () => Promise.reject(new Error("full")) }],
    ["there is no such queue", undefined],
  ])("is lost and costs no lead where %s", async (_, methods) => {
    const queue = methods && wrapped(env.TRACKING_QUEUE, methods);
    const { beacon, collect, post, sent } = await start({ env: { TRACKING_QUEUE: queue } });
    expect((await collect(beacon())).status).toBe(503);
    const body = new URLSearchParams({ email: "anna@example.com" }).toString();
    const headers = { "content-type": "application/x-www-form-urlencoded" };
    expect((await post({ body, headers })).status).toBe(301);
    expect(sent).toHaveLength(1);
  });
});

describe("the tag", () => {
  it("is served to any page, kept for a day, and then asked for by its hash", async () => {
    const { fetch } = await start();
    const answer = await fetch("/t.js");
    expect([answer.status, answer.headers.get("content-type")]).toEqual([
      200,
      "text/javascript; charset=utf-8",
    ]);
    expect(answer.headers.get("cache-control")).toMatch(/^public, max-age=86400/);
    expect(await answer.text()).toBe(trackerScript);
    const again = await fetch("/t.js", { headers: { "if-none-match": answer.headers.get("etag") ?? "" } });
    expect([again.status, await again.text()]).toEqual([304, ""]);
  });

  it.each([
    [`/t-${trackerHash}.js`, /immutable/],
    ["/t-000000000000.js", /max-age=86400/],
    ["/assets/site.js", /max-age=86400/],
    [`/assets/site-${trackerHash}.js`, /immutable/],
  ])("at %s is kept as long as its name says", async (path, kept) => {
    const { fetch } = await start({ env: { TRACKER_PATH: "/assets/site" } });
    const answer = await fetch(path);
    expect(answer.headers.get("cache-control")).toMatch(kept);
    expect(await answer.text()).toBe(trackerScript);
  });

  it("tells what it sees to a path of one's own too", async () => {
    const { told, beacon, collect } = await start({ env: { TRACKER_PATH: "/assets/site" } });
    expect((await collect(beacon(), {}, "/assets/site")).status).toBe(204);
    expect(told).toHaveLength(1);
  });

  it("is nowhere else", async () => {
    const { fetch, collect, beacon } = await start();
    expect((await fetch("/assets/site.js")).status).toBe(404);
    expect((await collect(beacon(), {}, "/assets/site")).status).toBe(404);
    expect((await fetch("/t/collect")).status).toBe(405);
  });
});
