import {
  deleteSavedView,
  findSavedView,
  insertSavedView,
  savedViews,
  updateSavedView,
} from "@leadrelay/db/saved-views/saved-views";
import type { OperatorScope } from "@leadrelay/db/scope";
import type { Statement } from "@leadrelay/db/statement";
import { applyD1Migrations, env } from "cloudflare:test";
import { beforeAll, describe, expect, it } from "vitest";
import { testApi } from "../../../../test/api/admin-api.ts";
import { houseWithLeads } from "../../../../test/api/house-with-leads.ts";
import { newKey } from "../../../../test/api/keys.ts";
import { scannedTables } from "../../../../test/query-plans.ts";
import { rows } from "../../../../test/tenant.ts";

beforeAll(() => applyD1Migrations(env.DB, env.TEST_MIGRATIONS));
const { call } = testApi();
type House = Awaited<ReturnType<typeof houseWithLeads>>;

const keep = (as: string, body: object) =>
  call("POST", "/api/saved-views", {
    as,
    body: { name: "Won this week", is_shared: false, view: { stage: "won", when: "7d" }, ...body },
  });
const names = async (as: string, query = "") =>
  (await call("GET", `/api/saved-views${query}`, { as })).body.items.map(
    ({ name }: { name: string }) => name,
  );

describe("a view of leads", () => {
  it("that is one's own is seen by nobody else", async () => {
    const house = await houseWithLeads();
    const { status, body } = await keep(house.admin, {});
    expect([status, body.is_shared, body.may_change, body.view]).toEqual([
      201,
      false,
      true,
      { stage: "won", when: "7d" },
    ]);
    expect(await names(house.admin)).toEqual(["Won this week"]);
    for (const as of [house.owner, house.agent, house.viewer]) {
      expect(await names(as)).toEqual([]);
      expect((await call("DELETE", `/api/saved-views/${body.id}`, { as })).status).toBe(404);
      expect(
        (await call("PATCH", `/api/saved-views/${body.id}`, { as, body: { name: "Mine" } })).status,
      ).toBe(404);
    }
  });

  it("is kept by a viewer too, for themselves alone", async () => {
    const house = await houseWithLeads();
    expect((await keep(house.viewer, {})).status).toBe(201);
    expect(await names(house.viewer)).toEqual(["Won this week"]);
    const refused = await keep(house.viewer, { is_shared: true, client_id: house.clientId });
    expect(refused.status).toBe(403);
  });

  it("that is shared with a client is seen by all who see its leads, and changed by who may change those", async () => {
    const [house, other] = await Promise.all([houseWithLeads(), houseWithLeads()]);
    const { body } = await keep(house.agent, { is_shared: true, client_id: house.clientId });
    expect(body).toMatchObject({ is_shared: true, client_id: house.clientId, agency_id: null });
    for (const as of [house.owner, house.agent, house.admin, house.viewer])
      expect(await names(as, `?client_id=${house.clientId}`)).toEqual(["Won this week"]);
    expect(await names(other.owner)).toEqual([]);
    const change = (as: string) =>
      call("PATCH", `/api/saved-views/${body.id}`, { as, body: { name: "Won", view: { layout: "board" } } });
    expect((await change(house.viewer)).status).toBe(403);
    expect((await change(other.owner)).status).toBe(404);
    expect((await change(house.admin)).body).toMatchObject({ name: "Won", view: { layout: "board" } });
    expect((await call("DELETE", `/api/saved-views/${body.id}`, { as: house.viewer })).status).toBe(403);
    expect((await call("DELETE", `/api/saved-views/${body.id}`, { as: house.owner })).body.name).toBe("Won");
    expect(await names(house.admin)).toEqual([]);
    expect(
      await rows(
        "SELECT action, actor_id FROM audit_log WHERE client_id = ? AND action LIKE 'saved_view.%' ORDER BY id",
        house.clientId,
      ),
    ).toEqual([
      { action: "saved_view.created", actor_id: house.agent },
      { action: "saved_view.changed", actor_id: house.admin },
      { action: "saved_view.deleted", actor_id: house.owner },
    ]);
  });

  it("that is shared with an agency is its people's, not its clients'", async () => {
    const [house, other] = await Promise.all([houseWithLeads(), houseWithLeads()]);
    expect((await keep(house.owner, { is_shared: true, agency_id: house.agencyId })).status).toBe(201);
    for (const as of [house.owner, house.agent]) expect(await names(as)).toEqual(["Won this week"]);
    for (const as of [house.admin, house.viewer, other.owner]) expect(await names(as)).toEqual([]);
    for (const as of [house.admin, other.owner])
      expect((await keep(as, { is_shared: true, agency_id: house.agencyId })).status).toBe(404);
  });

  it("is shared later, and made one's own again by who may change it", async () => {
    const [house, other] = await Promise.all([houseWithLeads(), houseWithLeads()]);
    const { body } = await keep(house.agent, {});
    const change = (as: string, to: object) => call("PATCH", `/api/saved-views/${body.id}`, { as, body: to });
    const withClient = { is_shared: true, client_id: house.clientId };
    expect((await change(house.agent, { is_shared: true })).status, "with whom?").toBe(422);
    expect((await change(house.agent, { is_shared: true, client_id: other.clientId })).status).toBe(404);
    expect((await change(house.agent, withClient)).body).toMatchObject({
      name: "Won this week",
      client_id: house.clientId,
      view: { stage: "won", when: "7d" },
    });
    expect(await names(house.viewer)).toEqual(["Won this week"]);
    expect((await change(house.viewer, { is_shared: false })).status).toBe(403);
    expect((await change(house.admin, { is_shared: true, agency_id: house.agencyId })).status).toBe(404);
    expect((await change(house.owner, { is_shared: true, agency_id: house.agencyId })).body).toMatchObject({
      client_id: null,
      agency_id: house.agencyId,
    });
    expect(await names(house.viewer)).toEqual([]);
    // Renamed, it stays shared as it is.
    expect((await change(house.agent, { name: "Won" })).body).toMatchObject({ agency_id: house.agencyId });
    expect((await change(house.owner, { is_shared: false })).body.is_shared).toBe(false);
    expect([await names(house.owner), await names(house.agent)]).toEqual([["Won"], []]);
    expect((await keep(house.viewer, {})).status).toBe(201);
    const own = (await call("GET", "/api/saved-views", { as: house.viewer })).body.items[0];
    const refused = await call("PATCH", `/api/saved-views/${own.id}`, { as: house.viewer, body: withClient });
    expect(refused.status).toBe(403);
  });

  it("goes to nobody who keeps as many as may be", async () => {
    const house = await houseWithLeads();
    await fifty(house);
    const { body } = await keep(house.admin, {});
    const refused = await call("PATCH", `/api/saved-views/${body.id}`, {
      as: house.admin,
      body: { is_shared: true, client_id: house.clientId },
    });
    expect(refused.status).toBe(409);
    expect(await names(house.admin, `?client_id=${house.clientId}`)).toHaveLength(51);
  });

  it("names no client of others, shared or not, and says with whom it is shared", async () => {
    const [house, other] = await Promise.all([houseWithLeads(), houseWithLeads()]);
    for (const is_shared of [true, false])
      expect((await keep(house.owner, { is_shared, client_id: other.clientId })).status).toBe(404);
    expect((await keep(house.owner, { is_shared: true })).status).toBe(422);
  });

  it("is a key's own too", async () => {
    const house = await houseWithLeads();
    const key = await newKey(house, ["leads:read"]);
    const body = { name: "Mine", is_shared: false, view: {} };
    expect((await call("POST", "/api/saved-views", { key, body })).status).toBe(201);
    expect((await call("GET", "/api/saved-views", { key })).body.items).toHaveLength(1);
    expect(await names(house.owner)).toEqual([]);
  });

  it.each<[what: string, view: object]>([
    ["whom somebody searches for", { q: "asha@example.com" }],
    ["a column that is no word", { columns: "a,<b>" }],
    ["a time that means nothing", { when: "tomorrow" }],
    ["a stage too long for one", { stage: "x".repeat(51) }],
  ])("does not keep %s", async (_what, view) => {
    const house = await houseWithLeads();
    expect((await keep(house.admin, { view })).status).toBe(422);
  });

  it("is not the fifty-first", async () => {
    const house = await houseWithLeads();
    await fifty(house);
    const refused = await keep(house.admin, { is_shared: true, client_id: house.clientId });
    expect([refused.status, refused.body.detail]).toEqual([409, expect.stringContaining("50 views")]);
    expect((await keep(house.admin, {})).status, "of one's own").toBe(201);
  });
});

const fifty = ({ clientId, owner }: House) =>
  env.DB.prepare(
    `WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 50)
     INSERT INTO saved_views (id, owner_id, client_id, name, view_json, created_at, updated_at)
     SELECT ?1 || i, ?2, ?1, 'View ' || i, '{}', 1, 1 FROM n`,
  )
    .bind(clientId, owner)
    .run();

const scope: OperatorScope = {
  kind: "operator",
  clients: [{ id: "c", database: "DB", masked: false }],
  agencyIds: [],
  isInstallation: false,
};
const reader = { ownerId: "o", agencyIds: ["a"] };
const row = {
  id: "v",
  owner_id: "o",
  client_id: null,
  agency_id: null,
  name: "n",
  view_json: "{}",
  created_at: 1,
  updated_at: 1,
};

const kept = [row, { ...row, client_id: "c" }, { ...row, agency_id: "a" }];
const statements: [what: string, Statement<unknown>][] = [
  ["the list", savedViews(scope, reader, 200)],
  ["one", findSavedView(scope, reader, "v")],
  ...kept.flatMap((one): [string, Statement<unknown>][] =>
    [
      ...insertSavedView(scope, one),
      ...updateSavedView(scope, { ...one, client_id: "c" }, one),
      deleteSavedView(scope, one),
    ].map((statement) => [
      `what is written of one shared with ${one.client_id ?? one.agency_id ?? "nobody"}`,
      statement,
    ]),
  ),
];

it.each(statements)("%s: no table is scanned", async (_what, { query }) => {
  expect(await scannedTables(query.sql)).toEqual([]);
});
