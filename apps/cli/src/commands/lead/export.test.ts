import { expect, it } from "vitest";
import { keyEnv as env, url } from "../../../test/fake-installation.ts";
import { json, run, testNow } from "../../../test/outside-in-memory.ts";

const lead = (given: object = {}) => ({
  id: "01a1",
  client_id: "cli_1",
  contact_name: "Rao, Asha",
  contact_email: "=cmd@example.com",
  contact_phone: "+91-9999999999",
  masked: false,
  first_submitted_at: testNow,
  last_submitted_at: testNow,
  last_sent_at: null,
  attribution: { first: null, latest: null },
  ...given,
});
const pages = (request: Request) =>
  request.url.includes("cursor=")
    ? json({ items: [lead({ id: "01a3" })], next_cursor: null })
    : json({ items: [lead(), lead({ id: "01a2" })], next_cursor: "more" });

it.each([
  [["lead", "export"]],
  [["lead", "list", "--output", "csv"]],
  [["lead", "list", "--output", "csv", "--limit", "1"]],
])("%j writes all pages as CSV that calculates nothing, times in ISO with their zone", async (args) => {
  const { code, out, sent } = await run([...args, "--client", "cli_1"], { env, server: pages });
  const lines = out.split("\r\n");
  expect([code, lines.length]).toEqual([0, 5]);
  expect(lines[0]).toMatch(/^id,client_id,contact_name,contact_email,contact_phone,first_submitted_at,/);
  expect(lines[1]).toContain(
    `01a1,cli_1,"Rao, Asha","'=cmd@example.com",+91-9999999999,${new Date(testNow).toISOString()},`,
  );
  expect(sent.every(({ request }) => request.url.startsWith(`${url}/api/leads?`))).toBe(true);
  expect(sent.every(({ request }) => request.url.includes("client_id=cli_1"))).toBe(true);
});

it.each([[["lead", "export", "-o", "ndjson"]], [["lead", "list", "-o", "ndjson"]]])(
  "%j writes a line of JSON each",
  async (args) => {
    const { out } = await run(args, { env, server: pages });
    const rows = out
      .trim()
      .split("\n")
      .map((line): unknown => JSON.parse(line));
    expect(rows).toHaveLength(3);
    expect(rows[0]).toMatchObject({ id: "01a1", first_submitted_at: new Date(testNow).toISOString() });
  },
);

it("who sees contacts masked exports nothing", async () => {
  const server = () => json({ items: [lead({ masked: true })], next_cursor: null });
  const { code, out } = await run(["lead", "export"], { env, server });
  expect([code, out]).toEqual([3, ""]);
});

it("no lead at all ends with 5", async () => {
  const { code, out } = await run(["lead", "export"], {
    env,
    server: () => json({ items: [], next_cursor: null }),
  });
  expect([code, out]).toEqual([5, ""]);
});

it.each(["csv", "ndjson"])(
  "--output %s of what is no export changes nothing and is a wrong usage",
  async (form) => {
    const { code, err, sent } = await run(["form", "delete", "form_1", "--yes", "-o", form], {
      env,
      server: pages,
    });
    expect([code, sent.length]).toEqual([2, 0]);
    expect(err).toContain("lead export");
  },
);
