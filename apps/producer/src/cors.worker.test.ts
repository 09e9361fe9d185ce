import { expect, test, vi } from "vitest";
import { json, startProducer } from "../test/producer-under-test.ts";

const allowed = "access-control-allow-origin";

async function ask(allowedHosts: string[], origin: string | null, method = "POST") {
  const { fetch, formKey, sent } = await startProducer({ form: { allowed_hosts: allowedHosts } });
  const headers = { "content-type": "application/json", ...(origin === null ? {} : { origin }) };
  const body = method === "POST" ? json({ email: "anna@example.com" }).body : null;
  return { response: await fetch(`/f/${formKey}`, { method, headers, body }), sent };
}

test.each(["https://shop.example", "https://www.shop.example", "http://shop.example:8080"])(
  "a page at %s may read the answer",
  async (origin) => {
    for (const method of ["POST", "OPTIONS"]) {
      const { response } = await ask(["shop.example", "*.shop.example"], origin, method);
      expect(response.headers.get(allowed)).toBe(origin);
      expect(response.headers.get("vary")).toBe("Origin");
    }
    const { response } = await ask(["shop.example", "*.shop.example"], origin);
    expect(response.headers.has("access-control-allow-credentials")).toBe(false);
  },
);

test.each(["https://evil.test", "https://shop.example.evil.test", "null", "nonsense"])(
  "a page at %s may not, and its lead is taken all the same",
  async (origin) => {
    const { response, sent } = await ask(["shop.example"], origin);
    expect(response.status).toBe(202);
    expect(response.headers.has(allowed)).toBe(false);
    expect(response.headers.get("vary")).toBe("Origin");
    expect(sent).toHaveLength(1);
  },
);

/** Whether a browser sends a page's request after this answer to its preflight (Fetch, "CORS-preflight fetch"). */
function letsThrough(response: Response, origin: string, asked: readonly string[]) {
  const listed = (name: string) =>
    (response.headers.get(name) ?? "").split(",").map((each) => each.trim().toLowerCase());
  return (
    response.ok &&
    response.headers.get(allowed) === origin &&
    response.headers.get("access-control-allow-credentials") === "true" &&
    listed("access-control-allow-methods").includes("post") &&
    asked.every((name) => listed("access-control-allow-headers").includes(name))
  );
}

test.each([
  ["a listed host", "https://shop.example", "content-type"],
  ["a host that the form does not list", "https://landing.test", "content-type"],
  ["a saved page, a sandboxed frame", "null", "content-type"],
  ["an app's own scheme", "capacitor://localhost", "content-type"],
  ["a page whose script adds a token", "https://shop.example", "content-type,x-csrf-token"],
  ["a page that is traced", "https://landing.test", "baggage,content-type,sentry-trace"],
  ["a page that is traced in another way", "null", "content-type,newrelic,traceparent,tracestate"],
  ["a script that signs what it sends", "https://shop.example", "authorization,content-type"],
])("the browser of %s sends its post", async (_who, origin, asked) => {
  for (const form of [{ allowed_hosts: ["shop.example"] }, { allowed_hosts: [] }, null]) {
    const { fetch, formKey } = await startProducer({ form });
    const response = await fetch(`/f/${formKey}`, {
      method: "OPTIONS",
      headers: { origin, "access-control-request-method": "POST", "access-control-request-headers": asked },
    });
    expect(letsThrough(response, origin, asked.split(","))).toBe(true);
  }
});

test("a lead from a host that the form does not list is logged, one from our own page is not", async () => {
  const log = vi.spyOn(console, "log").mockImplementation(() => {});
  for (const origin of ["https://shop.example", "https://leads.test", "https://evil.test"])
    await ask(["shop.example"], origin);
  const lines = log.mock.calls.map(([line]) => String(line));
  log.mockRestore();
  expect(lines.filter((line) => line.includes("intake.origin_not_allowed"))).toEqual([
    expect.stringContaining("https://evil.test"),
  ]);
  expect(lines.join("")).not.toContain("anna");
});

test("a form without hosts answers any page", async () => {
  for (const origin of ["https://anywhere.test", null])
    expect((await ask([], origin)).response.headers.get(allowed)).toBe("*");
});

test("a preflight says what may be sent", async () => {
  const { response } = await ask([], "https://anywhere.test", "OPTIONS");
  expect(response.status).toBe(204);
  expect(response.headers.get("access-control-allow-methods")).toContain("POST");
  expect(response.headers.get("access-control-allow-headers")).toMatch(/Content-Type.*Idempotency-Key/);
});

test("errors can be read by the page's script too", async () => {
  const { post } = await startProducer();
  const headers = { "content-type": "application/json", origin: "https://shop.example" };
  for (const body of ["{", "{}", '{"email":"x"}']) {
    const response = await post({ headers, body });
    expect(response.headers.get(allowed)).toBe("https://shop.example");
  }
});
