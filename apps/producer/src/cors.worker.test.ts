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
      expect(response.headers.has("access-control-allow-credentials")).toBe(false);
    }
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
    const preflight = await ask(["shop.example"], origin, "OPTIONS");
    expect(preflight.response.headers.has(allowed)).toBe(false);
  },
);

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
