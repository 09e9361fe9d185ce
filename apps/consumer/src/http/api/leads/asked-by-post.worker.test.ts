import { applyD1Migrations, env } from "cloudflare:test";
import { beforeAll, describe, expect, it } from "vitest";
import { testApi } from "../../../../test/api/admin-api.ts";
import { houseWithLeads } from "../../../../test/api/house-with-leads.ts";
import { newKey } from "../../../../test/api/keys.ts";
import { rows } from "../../../../test/tenant.ts";

beforeAll(() => applyD1Migrations(env.DB, env.TEST_MIGRATIONS));
const { call } = testApi();

interface Twin {
  path: string;
  asked: string;
  query: Record<string, string>;
}
const search = (query: Record<string, string>): Twin => ({
  path: "/api/leads",
  asked: "/api/leads/search",
  query,
});
const where = (q: string): Twin => ({
  path: "/api/where-is-my-lead",
  asked: "/api/where-is-my-lead",
  query: { q },
});
const twins: [string, Twin][] = [
  ["everybody", search({})],
  ["a page", search({ limit: "1" })],
  ["what an e-mail address begins with", search({ email: "annabel.w@winter" })],
  ["a phone number", search({ phone: "98765 43219" })],
  ["a name", search({ name: "Winterb" })],
  ["what looks like a name", search({ q: "annabel" })],
  ["nobody", search({ q: "nobody@winter.example" })],
  ["no test", search({ q: "annabel", is_test: "false" })],
  ["where an e-mail address is", where("annabel.w@winter.example")],
  ["where nobody is", where("nobody@winter.example")],
];
const asGet = ({ path, query }: Twin, who: Who) =>
  call("GET", `${path}?${new URLSearchParams(query).toString()}`, who);
const asPost = ({ asked, query }: Twin, { headers, ...who }: Who) =>
  call("POST", asked, { ...who, body: query, ...(headers === undefined ? {} : { headers }) });
interface Who {
  as?: string;
  headers?: Record<string, string>;
}

describe.each(twins)("asked by POST for %s, the API", (_whom, twin) => {
  it("answers as by GET, and its audit log has the same", async () => {
    const house = await houseWithLeads();
    const logged = () =>
      rows(
        "SELECT actor_id, action, subject_id, detail_json, is_read FROM audit_log WHERE client_id = ? AND actor_id = ?",
        house.clientId,
        house.agent,
      );
    const got = await asGet(twin, { as: house.agent });
    const byGet = await logged();
    expect(got.status, JSON.stringify(got.body)).toBe(200);
    const asked = await asPost(twin, { as: house.agent });
    expect({ status: asked.status, body: asked.body }).toEqual({ status: 200, body: got.body });
    expect(await logged()).toEqual([...byGet, ...byGet]);
  });

  it("remembers nothing for an Idempotency-Key, because nothing was changed", async () => {
    const house = await houseWithLeads();
    const headers = { "idempotency-key": crypto.randomUUID() };
    const answers = [await asPost(twin, { as: house.admin, headers })];
    answers.push(await asPost(twin, { as: house.admin, headers }));
    for (const { status, headers: answered } of answers)
      expect([status, answered.get("idempotent-replayed")]).toEqual([200, null]);
    expect(
      await rows("SELECT 1 FROM idempotent_requests WHERE idempotency_key = ?", headers["idempotency-key"]),
    ).toEqual([]);
  });

  it("is refused to another site's page", async () => {
    const house = await houseWithLeads();
    for (const origin of ["https://other.example", "null", ""]) {
      const { status, body } = await asPost(twin, { as: house.admin, headers: { origin } });
      expect({ status, type: body.type }).toEqual({
        status: 403,
        type: "https://leadrelay.dev/problems/other-site",
      });
    }
  });
});

it("who sees contacts masked searches by POST as little as by GET", async () => {
  const house = await houseWithLeads();
  for (const [whom, twin] of twins) {
    const [got, asked] = [await asGet(twin, { as: house.viewer }), await asPost(twin, { as: house.viewer })];
    const request_id: unknown = expect.anything();
    expect([whom, asked.status, { request_id, ...asked.body }]).toEqual([
      whom,
      got.status,
      { ...got.body, request_id },
    ]);
  }
});

it("a cursor goes on whichever way the page before was asked for", async () => {
  const house = await houseWithLeads();
  const { body: first } = await asPost(search({ limit: "1" }), { as: house.admin });
  const next = search({ limit: "1", cursor: first.next_cursor });
  const [got, asked] = [await asGet(next, { as: house.admin }), await asPost(next, { as: house.admin })];
  expect([first, got.body].map(({ items }) => items[0].id)).toEqual([house.bens, house.annas]);
  expect(asked.body).toEqual(got.body);
});

it.each([
  ["an unknown field", { whom: "Anna" }],
  ["two searches", { q: "anna", email: "a@b.co" }],
  ["a page of none", { limit: 0 }],
  ["a text that is too long", { q: "x".repeat(257) }],
  ["a list", []],
])("a body of %s is refused", async (_what, body) => {
  const house = await houseWithLeads();
  const { status } = await call("POST", "/api/leads/search", { as: house.admin, body });
  expect([400, 422]).toContain(status);
});

it("a key needs what it needs for the GET, and signs the body", async () => {
  const house = await houseWithLeads();
  const body = { email: "annabel.w@winter.example" };
  const [may, blind, other] = [
    await newKey(house, ["leads:read", "contacts:read"]),
    await newKey(house, ["leads:read"]),
    await newKey(house, ["config:read"]),
  ];
  const ask = async (key: typeof may) => (await call("POST", "/api/leads/search", { key, body })).status;
  expect([await ask(may), await ask(blind), await ask(other)]).toEqual([200, 403, 403]);
});
