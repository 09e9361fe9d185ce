import { Writable } from "node:stream";
import { expect, it } from "vitest";
import { keyEnv as env, url } from "../../../test/fake-installation.ts";
import { json, run, testNow } from "../../../test/outside-in-memory.ts";
import { createResults } from "../../output/results.ts";

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

it.each([[["lead", "export"]], [["lead", "list", "--output", "csv"]]])(
  "%j writes all pages as CSV that calculates nothing, times in ISO with their zone",
  async (args) => {
    const { code, out, sent } = await run([...args, "--client", "cli_1"], { env, server: pages });
    const lines = out.split("\r\n");
    expect([code, lines.length]).toEqual([0, 5]);
    expect(lines[0]).toMatch(/^id,client_id,contact_name,contact_email,contact_phone,first_submitted_at,/);
    expect(lines[1]).toContain(
      `01a1,cli_1,"Rao, Asha","'=cmd@example.com","'+91-9999999999",${new Date(testNow).toISOString()},`,
    );
    expect(sent.every(({ request }) => request.url.startsWith(`${url}/api/leads?`))).toBe(true);
    expect(sent.every(({ request }) => request.url.includes("client_id=cli_1"))).toBe(true);
    expect(sent.every(({ request }) => request.url.includes("export=csv"))).toBe(true);
  },
);

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

it("an export of a search says so in its body, page for page", async () => {
  let asked = 0;
  const server = () => json({ items: [lead()], next_cursor: (asked += 1) === 1 ? "more" : null });
  const { code, sent } = await run(["lead", "export", "asha", "-o", "ndjson"], { env, server });
  expect(code).toBe(0);
  const page = { q: "asha", is_test: "false", export: "ndjson", limit: 100 };
  expect(sent.map(({ body }): unknown => JSON.parse(body))).toEqual([page, { ...page, cursor: "more" }]);
});

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

it("a list that is written as CSV begins at --cursor, ends at --limit, and says where it goes on", async () => {
  const args = ["lead", "list", "-o", "csv", "--cursor", "from", "--limit", "2"];
  const { err, out, sent } = await run(args, {
    env,
    server: () => json({ items: [lead(), lead({ id: "01a2" })], next_cursor: "on" }),
  });
  expect(sent.map(({ request }) => new URL(request.url).searchParams.get("cursor"))).toEqual(["from"]);
  expect(new URL(sent[0]?.request.url ?? "").searchParams.get("limit")).toBe("2");
  expect(out.split("\r\n")).toHaveLength(4);
  expect(err).toContain("2 exported. There are more: --cursor on\n");
});

it("waits for a reader that is slower than the export", async () => {
  let room = false;
  const read: string[] = [];
  const slow = new Writable({
    highWaterMark: 1,
    write(chunk: Buffer, _encoding, done) {
      read.push(chunk.toString());
      setImmediate(() => {
        room = true;
        done();
      });
    },
  });
  const stdout = Object.assign(slow, { isTTY: false });
  const results = createResults({ stdout, stderr: stdout, env: {}, calledAs: "leadrelay" }, () => "csv");
  await results.stream("a line\r\n");
  expect([room, read]).toEqual([true, ["a line\r\n"]]);
});
