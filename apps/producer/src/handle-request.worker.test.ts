import { env } from "cloudflare:test";
import { expect, test } from "vitest";
import { startProducer, wrapped } from "../test/producer-under-test.ts";

test.each(["GET", "HEAD", "PUT", "DELETE", "PATCH"])(
  "%s at a form is a 405 that tells what to do",
  async (method) => {
    const { fetch, formKey } = await startProducer();
    const response = await fetch(`/f/${formKey}`, { method });
    expect(response.status).toBe(405);
    expect(response.headers.get("allow")).toBe("POST, OPTIONS");
    if (method !== "HEAD") expect(await response.text()).toContain("method=&quot;post&quot;");
  },
);

test("a visitor is told what to do before the form's author is", async () => {
  const { fetch, formKey } = await startProducer();
  const page = await (await fetch(`/f/${formKey}`)).text();
  expect(page).toMatch(/go back to the form[^]*For the form&#39;s author/);
});

test("a script is told so in JSON", async () => {
  const { fetch, formKey } = await startProducer();
  const response = await fetch(`/f/${formKey}`, { headers: { accept: "application/json" } });
  expect(response.headers.get("content-type")).toBe("application/problem+json");
  expect(await response.json()).toMatchObject({ status: 405 });
});

test("a key that no form has is seen in a browser", async () => {
  const { fetch, formKey } = await startProducer({ form: null });
  const response = await fetch(`/f/${formKey}`);
  expect(response.status).toBe(404);
  expect(response.headers.has("allow")).toBe(false);
  expect(await response.text()).toContain("There is no form with this key");
});

test("while KV cannot tell, no key is called unknown", async () => {
  const get = () => Promise.reject(new Error("KV GET failed: 500"));
  const { fetch, formKey } = await startProducer({ form: null, env: { KV: wrapped(env.KV, { get }) } });
  expect((await fetch(`/f/${formKey}`)).status).toBe(503);
});

test("a query string at the form's address changes nothing", async () => {
  const { fetch, formKey, sent } = await startProducer();
  const response = await fetch(`/f/${formKey}?email=x&a=b`, {
    method: "POST",
    body: "email=anna%40example.com",
  });
  expect(response.status).toBe(301);
  expect(sent).toHaveLength(1);
});

test("a slash at the end of the form's address changes nothing", async () => {
  const { fetch, formKey, sent } = await startProducer();
  const statusOf = async (method: string, body?: string) =>
    (await fetch(`/f/${formKey}/`, { method, ...(body === undefined ? {} : { body }) })).status;
  expect(await statusOf("POST", "email=anna%40example.com")).toBe(301);
  expect(await statusOf("OPTIONS")).toBe(204);
  expect(await statusOf("GET")).toBe(405);
  expect(sent).toMatchObject([{ form_key: formKey }]);
});
