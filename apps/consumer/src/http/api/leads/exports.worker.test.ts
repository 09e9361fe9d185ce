import { applyD1Migrations, env } from "cloudflare:test";
import { afterEach, beforeAll, describe, expect, it, vi } from "vitest";
import { testApi } from "../../../../test/api/admin-api.ts";
import { houseWithLeads } from "../../../../test/api/house-with-leads.ts";
import { newKey } from "../../../../test/api/keys.ts";
import { newOperator } from "../../../../test/api/people.ts";
import { unchangingD1 } from "../../../../test/api/recorded-d1.ts";
import { rows } from "../../../../test/tenant.ts";

beforeAll(() => applyD1Migrations(env.DB, env.TEST_MIGRATIONS));
afterEach(() => vi.restoreAllMocks());

const api = testApi();
type House = Awaited<ReturnType<typeof houseWithLeads>>;
type Who = { as: string } | { key: Awaited<ReturnType<typeof newKey>> };

const page = (who: Who, query: Record<string, string>, { call } = api) =>
  call("GET", `/api/leads?${new URLSearchParams({ limit: "1", ...query }).toString()}`, who);

/** All pages of an export, one lead each. */
async function exported(who: Who, query: Record<string, string> = {}): Promise<string[]> {
  const ids: string[] = [];
  let cursor: string | null = "";
  while (cursor !== null) {
    const from: Record<string, string> = cursor === "" ? {} : { cursor };
    const { status, body } = await page(who, { export: "csv", ...query, ...from });
    expect(status, JSON.stringify(body)).toBe(200);
    ids.push(...body.items.map(({ id }: { id: string }) => id));
    cursor = body.next_cursor;
  }
  return ids;
}

const entriesOf = ({ clientId }: { clientId: string }) =>
  rows<{ subject_id: string; detail_json: string } & Record<string, unknown>>(
    "SELECT * FROM audit_log WHERE client_id = ? AND is_read = 1 ORDER BY id",
    clientId,
  );

describe("an export", () => {
  it.each<[string, (house: House) => Who | Promise<Who>]>([
    ["one of the agency's people", (house) => ({ as: house.agent })],
    ["an owner", (house) => ({ as: house.owner })],
    ["one of the client's people", (house) => ({ as: house.admin })],
    ["a key", async (house) => ({ key: await newKey(house, ["leads:read", "contacts:read"]) })],
  ])("by %s is one entry of the client's audit log, whatever its number of pages", async (_who, whoOf) => {
    const house = await houseWithLeads();
    expect(await exported(await whoOf(house))).toEqual([house.bens, house.annas]);
    const entries = await entriesOf(house);
    expect(entries).toMatchObject([
      { action: "leads.exported", agency_id: house.agencyId, subject_kind: "export" },
    ]);
    expect(entries[0]?.subject_id).toMatch(/^exp_/);
    expect(JSON.parse(entries[0]?.detail_json ?? "")).toEqual({ form: "csv", count: 2 });
  });

  it("that ends early has what was read of it, another one its own entry", async () => {
    const house = await houseWithLeads();
    await page({ as: house.admin }, { export: "ndjson" });
    await exported({ as: house.admin });
    const entries = await entriesOf(house);
    expect(entries.map(({ detail_json }): unknown => JSON.parse(detail_json))).toEqual([
      { form: "ndjson", count: 1 },
      { form: "csv", count: 2 },
    ]);
    expect(new Set(entries.map(({ subject_id }) => subject_id)).size).toBe(2);
  });

  it("that is made once more is in the log once more, though nothing changed since", async () => {
    const house = await houseWithLeads();
    const asked = `/api/leads?${new URLSearchParams({ export: "csv" }).toString()}`;
    const first = await api.call("GET", asked, { as: house.owner });
    const tag = first.headers.get("etag") ?? "*";
    const again = await api.call("GET", asked, { as: house.owner, headers: { "if-none-match": tag } });
    expect([again.status, again.headers.get("etag"), again.body]).toEqual([200, null, first.body]);
    expect(await entriesOf(house)).toHaveLength(2);
  });

  it("of a search says by what, and not whom, also asked by POST", async () => {
    const house = await houseWithLeads();
    const body = { export: "csv", email: "annabel.w@winter.example" };
    const { status } = await api.call("POST", "/api/leads/search", { as: house.admin, body });
    expect(status).toBe(200);
    const entries = await entriesOf(house);
    expect(entries.map(({ detail_json }): unknown => JSON.parse(detail_json))).toEqual([
      { form: "csv", by: "email", count: 1 },
    ]);
  });

  it("over two clients is an entry for each, and none for one that is seen masked", async () => {
    const [first, second, masked] = await Promise.all([houseWithLeads(), houseWithLeads(), houseWithLeads()]);
    const both = await newOperator(first.agencyId, "client_admin", first.clientId);
    const belongs = async ({ agencyId, clientId }: House, role: string) =>
      env.DB.prepare(
        "INSERT INTO memberships (operator_id, agency_id, client_id, role, created_at) VALUES (?, ?, ?, ?, 0)",
      )
        .bind(both, agencyId, clientId, role)
        .run();
    await belongs(second, "client_admin");
    await belongs(masked, "client_viewer");
    expect(await exported({ as: both })).toHaveLength(6);
    const [ofFirst, ofSecond] = [await entriesOf(first), await entriesOf(second)];
    for (const entries of [ofFirst, ofSecond])
      expect(entries.map(({ detail_json }): unknown => JSON.parse(detail_json))).toEqual([
        { form: "csv", count: 2 },
      ]);
    expect(ofFirst[0]?.subject_id).toBe(ofSecond[0]?.subject_id);
    expect(await entriesOf(masked)).toEqual([]);
  });

  it("of nobody, or of contacts seen masked, is none", async () => {
    const house = await houseWithLeads();
    expect(await exported({ as: house.admin }, { q: "nobody@winter.example" })).toEqual([]);
    expect(await exported({ as: house.viewer })).toHaveLength(2);
    expect(await entriesOf(house)).toEqual([]);
  });

  it("is in the log while the database takes no change, page for page", async () => {
    const house = await houseWithLeads();
    const log = vi.spyOn(console, "log").mockImplementation(() => undefined);
    const control = unchangingD1("Exceeded maximum DB size.");
    expect((await page({ as: house.admin }, { export: "csv" }, testApi({ control }))).status).toBe(200);
    const lines = log.mock.calls.map(([line]) => JSON.parse(String(line)) as Record<string, unknown>);
    expect(lines).toContainEqual(
      expect.objectContaining({
        event: "audit.unwritten",
        action: "leads.exported",
        client_id: house.clientId,
      }),
    );
  });
});

describe("an export's cursor", () => {
  const refused = { status: 400, body: { type: "https://leadrelay.dev/problems/malformed-request" } };
  const begin = async (who: Who, given = api): Promise<string> =>
    (await page(who, { export: "csv" }, given)).body.next_cursor;

  it.each<[string, (cursor: string, house: House) => Promise<unknown>]>([
    ["of somebody else", (cursor, house) => page({ as: house.owner }, { export: "csv", cursor })],
    [
      "of somebody else, for a key",
      async (cursor, house) =>
        page({ key: await newKey(house, ["leads:read", "contacts:read"]) }, { export: "csv", cursor }),
    ],
    [
      "that was changed",
      (cursor, house) =>
        page(
          { as: house.admin },
          { export: "csv", cursor: `${cursor.slice(0, -2)}${cursor.endsWith("AA") ? "BB" : "AA"}` },
        ),
    ],
    [
      "that is made up",
      (_cursor, house) =>
        page({ as: house.admin }, { export: "csv", cursor: btoa('{"id":"exp_1","beganAt":1}') }),
    ],
    ["in a list that is no export", (cursor, house) => page({ as: house.admin }, { cursor })],
    [
      "that is a list's",
      async (_cursor, house) => {
        const { body } = await page({ as: house.admin }, {});
        return page({ as: house.admin }, { export: "csv", cursor: body.next_cursor });
      },
    ],
  ])("%s is refused, and adds to no entry", async (_what, ask) => {
    const house = await houseWithLeads();
    const cursor = await begin({ as: house.admin });
    const count = async () =>
      (await entriesOf(house))
        .filter(({ action }) => action === "leads.exported")
        .map((one) => one.detail_json);
    const before = await count();
    expect(await ask(cursor, house)).toMatchObject(refused);
    expect(await count()).toEqual(before);
  });

  it.each([
    [86_400_000 - 1, 200],
    [86_400_000, 400],
  ])("%i ms old is answered with %i", async (ageMs, status) => {
    const house = await houseWithLeads();
    const began = 1_790_000_000_000;
    const cursor = await begin({ as: house.admin }, testApi({ now: () => began }));
    const later = testApi({ now: () => began + ageMs });
    const answer = await page({ as: house.admin }, { export: "csv", cursor }, later);
    expect(answer.status).toBe(status);
    if (status === 400) expect(answer.body.detail).toContain("begin it again");
  });
});
