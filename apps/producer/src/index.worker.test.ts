import { createExecutionContext } from "cloudflare:test";
import { expect, test, vi } from "vitest";
import { json, startProducer, urlencoded } from "../test/producer-under-test.ts";
import producer from "./index.ts";

test("a form post is queued and sent on to the thank-you page", async () => {
  const { post, sent, formKey } = await startProducer();
  const response = await post(urlencoded("name=Anna&email=anna%40example.com"));
  expect(response.status).toBe(301);
  expect(response.headers.get("location")).toBe("https://shop.example/thank-you");
  expect(response.headers.get("cache-control")).toBe("no-store");
  expect(sent).toMatchObject([
    { form_key: formKey, fields: { name: "Anna", email: "anna@example.com" }, channel: "browser" },
  ]);
});

test("a JSON caller is told the id under which the submission will be found", async () => {
  const { post, sent } = await startProducer();
  const response = await post(json({ email: "anna@example.com" }));
  expect(response.status).toBe(202);
  expect(await response.json()).toEqual({
    submission_id: sent[0]?.submission_id,
    status: "accepted",
    redirect_url: "https://shop.example/thank-you",
  });
});

test("JSON ends with a line's end, as a terminal wants it", async () => {
  const { fetch, post } = await startProducer();
  const accepted = await post(json({ email: "anna@example.com" }));
  expect(accepted.headers.get("content-type")).toBe("application/json");
  expect(accepted.headers.get("cache-control")).toBe("no-store");
  for (const response of [accepted, await post(json({})), await fetch("/healthz")])
    expect(await response.text()).toMatch(/^\{.*\}\n$/);
});

test("a healthy producer says so", async () => {
  const { fetch } = await startProducer();
  expect((await fetch("/healthz")).status).toBe(200);
});

test("a wrong setting stops everything and names itself", async () => {
  const { fetch, post, sent } = await startProducer({ env: { ENVIRONMENT: "staging" as "production" } });
  for (const response of [await fetch("/healthz"), await post(urlencoded("email=anna%40example.com"))]) {
    expect(response.status).toBe(503);
    expect(await response.text()).toContain("ENVIRONMENT");
  }
  expect(sent).toEqual([]);
});

test("the clock cannot be moved in production", async () => {
  const { fetch } = await startProducer({ env: { ENVIRONMENT: "production", TEST_CLOCK_OFFSET_MS: "1000" } });
  const response = await fetch("/healthz");
  expect(response.status).toBe(503);
  expect(await response.text()).toContain("TEST_CLOCK_OFFSET_MS");
});

test("a moved clock stamps the submission", async () => {
  const yearMs = 365 * 24 * 3_600_000;
  const { post, sent } = await startProducer({ env: { TEST_CLOCK_OFFSET_MS: String(yearMs) } });
  await post(urlencoded("email=anna%40example.com"));
  expect(sent[0]?.received_at).toBeGreaterThan(Date.now() + yearMs / 2);
});

test("our own thank-you page is there for forms without one", async () => {
  const { fetch } = await startProducer();
  const response = await fetch("/thank-you");
  expect(response.status).toBe(200);
  expect(await response.text()).toContain("Thank you");
});

test("what is nowhere is a 404, with the body drained", async () => {
  const { fetch } = await startProducer();
  for (const path of ["/", "/f/", "/f//", "/f/a//", "/f/a/b", "/f/ä", "/f/" + "x".repeat(65), "/healthz/x"]) {
    const response = await fetch(path, { method: "POST", body: "email=a@b.co" });
    expect(response.status, path).toBe(404);
  }
});

test("what nobody foresaw is a 503, with the body drained and nothing personal in the log", async () => {
  const log = vi.spyOn(console, "log");
  const { formKey, env } = await startProducer();
  const request = new Request(`https://leads.test/f/${formKey}`, {
    method: "POST",
    ...json({ email: "anna@example.com" }),
  }) as Parameters<typeof producer.fetch>[0];
  Object.defineProperty(request, "cf", {
    get: () => {
      throw new TypeError("cannot read anna@example.com");
    },
  });
  const response = await producer.fetch(request, env, createExecutionContext());
  expect(response.status).toBe(503);
  expect(response.headers.get("retry-after")).not.toBeNull();
  expect(await response.json()).toMatchObject({ detail: expect.stringContaining("were not saved") });
  expect(request.bodyUsed).toBe(true);
  const lines = log.mock.calls.map(([line]) => String(line)).filter((line) => line.includes("intake.failed"));
  expect(lines).toHaveLength(1);
  expect(lines[0]).not.toContain("anna");
});
