import { describe, expect, it } from "vitest";
import { keyEnv as env, url } from "../../../test/fake-installation.ts";
import { json, problem, run, testNow } from "../../../test/outside-in-memory.ts";

const client = (id: string) => ({
  id,
  agency_id: "agy_demo",
  name: "Lakeside Homes",
  stages: ["New", "Won"],
  time_zone: null,
  phone_country: null,
  test_strings: [],
  suspicion_weights: {},
  created_at: testNow - 60_000,
  updated_at: testNow,
  deleted_at: null,
  direct_config: { state: "published", since: null },
});

/** A server with so many clients, that gives pages as it likes: some are short, some empty. */
const withClients = (count: number, pageSizes: number[]) => {
  const all = Array.from({ length: count }, (_unused, index) => client(`cli_${index}`));
  return (request: Request) => {
    const query = new URL(request.url).searchParams;
    const from = Number(query.get("cursor") ?? 0);
    const size = Math.min(pageSizes.shift() ?? 100, Number(query.get("limit")));
    const items = all.slice(from, from + size);
    return json({ items, next_cursor: from + size < count ? String(from + size) : null });
  };
};

const idsIn = (out: string) => (JSON.parse(out) as { items: { id: string }[] }).items.map(({ id }) => id);

describe("a list", () => {
  it("goes on over short and empty pages until it has what was asked for", async () => {
    const server = withClients(20, [3, 0, 4]);
    const { code, out, sent, err } = await run(["client", "list", "--limit", "12", "-o", "json"], {
      env,
      server,
    });
    expect(idsIn(out)).toHaveLength(12);
    expect(sent.map(({ request }) => new URL(request.url).search)).toEqual([
      "?limit=12",
      "?limit=9&cursor=3",
      "?limit=9&cursor=3",
      "?limit=5&cursor=7",
    ]);
    expect(JSON.parse(out)).toMatchObject({ next_cursor: "12" });
    expect(err).toBe("There are more: --cursor 12, or a higher --limit.\n");
    expect(code).toBe(0);
  });

  it("goes on where an earlier one ended", async () => {
    const { out } = await run(["client", "list", "--cursor", "12", "-o", "json"], {
      env,
      server: withClients(20, []),
    });
    expect(idsIn(out)).toEqual([
      "cli_12",
      "cli_13",
      "cli_14",
      "cli_15",
      "cli_16",
      "cli_17",
      "cli_18",
      "cli_19",
    ]);
  });

  it("asks for no more at once than the API gives", async () => {
    const { sent, out } = await run(["client", "list", "--limit", "150", "-o", "json"], {
      env,
      server: withClients(150, []),
    });
    expect(idsIn(out)).toHaveLength(150);
    expect(sent).toHaveLength(2);
  });

  it("of nothing ends with 5, as an empty document or as no text", async () => {
    const asJson = await run(["client", "list", "-o", "json"], { env, server: withClients(0, []) });
    expect([asJson.code, JSON.parse(asJson.out)]).toEqual([5, { items: [], next_cursor: null }]);
    const forPerson = await run(["client", "list"], { env, server: withClients(0, []) });
    expect([forPerson.code, forPerson.out, forPerson.err]).toEqual([5, "", "No client matches.\n"]);
  });

  it("tells times as the reader has them", async () => {
    const { out } = await run(["client", "list"], { env, server: withClients(1, []) });
    expect(out.split("\n")[1]).toBe(
      "cli_0  Lakeside Homes  agy_demo  New › Won  2026-11-21 17:29:00 (1 minute ago)",
    );
  });

  it.each(["0", "many", "-1"])("takes no limit of %s", async (limit) => {
    expect((await run(["client", "list", "--limit", limit], { env })).code).toBe(2);
  });
});

describe("a change", () => {
  it("sends only what is given, for the version it read, under a key of its own", async () => {
    const server = () => json(client("cli_1"), { headers: { etag: '"17"' } });
    const { code, sent } = await run(["client", "change", "cli_1", "--stages", "New, Won,"], { env, server });
    const change = sent.at(-1);
    expect(change?.request.method).toBe("PATCH");
    expect(change?.request.headers.get("if-match")).toBe('"17"');
    expect(change?.request.headers.get("idempotency-key")).toMatch(/^[0-9a-f]{32}$/);
    expect(JSON.parse(change?.body ?? "")).toEqual({ stages: ["New", "Won"] });
    expect(code).toBe(0);
  });

  it("that somebody else's change came before is told, with what to do", async () => {
    const server = ({ method }: Request) =>
      method === "GET" ? json(client("cli_1")) : problem(412, "changed-meanwhile", "It was changed.");
    const { code, err } = await run(["client", "change", "cli_1", "--name", "X"], { env, server });
    expect(code).toBe(1);
    expect(err).toContain("run it again");
  });

  it("sets what is suspicious, and takes a list away with none", async () => {
    const server = () => json(client("cli_1"));
    const args = ["--weights", "honeypot=60, high_rate=0", "--test-strings", "none"];
    const { sent } = await run(["client", "change", "cli_1", ...args], { env, server });
    expect(JSON.parse(sent.at(-1)?.body ?? "")).toEqual({
      test_strings: [],
      suspicion_weights: { honeypot: 60, high_rate: 0 },
    });
    const usual = await run(["client", "change", "cli_1", "--weights", "none"], { env, server });
    expect(JSON.parse(usual.sent.at(-1)?.body ?? "")).toEqual({ suspicion_weights: {} });
  });

  it.each(["honeypots=1", "honeypot", "honeypot=much", "honeypot=1=2"])(
    "takes no weights of %s",
    async (weights) => {
      const { code, sent } = await run(["client", "change", "cli_1", "--weights", weights], { env });
      expect([code, sent.length]).toEqual([2, 0]);
    },
  );

  it("of nothing is a wrong usage", async () => {
    expect((await run(["client", "change", "cli_1"], { env })).code).toBe(2);
  });
});

describe("the agency of a new client", () => {
  const belongsTo =
    (...agencies: string[]) =>
    (request: Request) =>
      request.url === `${url}/api/me`
        ? json({
            kind: "operator",
            id: "o",
            name: "n",
            grantable_permissions: [],
            grants: agencies.map((agency_id) => ({
              agency_id,
              role: "agency_owner",
              permissions: [],
              client_ids: [],
            })),
          })
        : json(client("cli_new"), { status: 201 });

  it("is the only one there is", async () => {
    const { code, sent } = await run(["client", "create", "--name", "Villas"], {
      env,
      server: belongsTo("agy_1", "agy_1"),
    });
    expect(JSON.parse(sent.at(-1)?.body ?? "")).toEqual({ agency_id: "agy_1", name: "Villas" });
    expect(code).toBe(0);
  });

  it("has to be named when there are several", async () => {
    const { code, err } = await run(["client", "create", "--name", "Villas"], {
      env,
      server: belongsTo("agy_1", "agy_2"),
    });
    expect(code).toBe(2);
    expect(err).toContain("give --agency, one of agy_1, agy_2");
  });
});

it.each([
  [
    { state: "published", since: null },
    "its leads are sent directly to its destinations, and stored afterwards",
  ],
  [{ state: "withdrawn", since: null }, "nothing is sent for it"],
  [{ state: "waiting", since: testNow - 120_000 }, "its leads can not be sent directly yet"],
])(
  "what becomes of a client's leads while the database is away is told in plain words: %j",
  async (direct_config, words) => {
    const server = () => json({ ...client("cli_1"), direct_config });
    const { out } = await run(["client", "show", "cli_1"], { env, server });
    expect(out).toContain(`While D1 is down  ${words}`);
  },
);
