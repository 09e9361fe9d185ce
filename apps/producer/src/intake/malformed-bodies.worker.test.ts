import { expect, test } from "vitest";
import { malformedBodies } from "../../test/malformed/malformed-bodies.ts";
import { startProducer } from "../../test/producer-under-test.ts";

test("there are at least 80 of them", () => {
  expect(malformedBodies.length).toBeGreaterThanOrEqual(80);
  expect(new Set(malformedBodies.map(({ name }) => name)).size).toBe(malformedBodies.length);
});

test.each(malformedBodies)("$name is answered $status with a reason", async ({ status, reason, request }) => {
  const { post, sent } = await startProducer();
  const asked = request();
  const asJson = await post({ ...asked, headers: { ...asked.headers, accept: "application/json" } });
  expect(asJson.status).toBe(status);
  expect(asJson.headers.get("content-type")).toBe("application/problem+json");
  expect(await asJson.json()).toMatchObject({
    status,
    title: expect.any(String),
    detail: expect.stringMatching(reason),
  });
  expect(sent).toEqual([]);
});

test("the same holds for bodies that come in chunks and do not say how long they are", async () => {
  const { post } = await startProducer();
  for (const { name, status, request } of malformedBodies) {
    const { headers, body } = request();
    if (body === null) continue;
    const response = await post({ headers, body: new Response(body).body });
    expect(response.status, name).toBe(status);
  }
});

test("a browser gets each reason as a page", async () => {
  const { post } = await startProducer();
  const browser = malformedBodies.filter(
    ({ request }) => !/json/i.test(request().headers["content-type"] ?? ""),
  );
  expect(browser.length).toBeGreaterThan(40);
  for (const { name, status, reason, request } of browser) {
    const response = await post(request());
    expect(response.status, name).toBe(status);
    expect(response.headers.get("content-type"), name).toBe("text/html; charset=utf-8");
    const page = (await response.text()).replaceAll("&quot;", '"').replaceAll("&#39;", "'");
    if (status !== 422) expect(page, name).toMatch(reason);
    else expect(page, name).toMatch(/We need an e-mail address or a phone number|is not a complete/);
  }
});
