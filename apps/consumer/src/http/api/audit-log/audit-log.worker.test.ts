import { applyD1Migrations, env } from "cloudflare:test";
import { v7 } from "uuid";
import { beforeAll, expect, it } from "vitest";
import { testApi } from "../../../../test/api/admin-api.ts";
import { newKey } from "../../../../test/api/keys.ts";
import { newHouse, type House } from "../../../../test/api/people.ts";
import { readList } from "../../../../test/api/read-list.ts";
import { rows } from "../../../../test/tenant.ts";

beforeAll(() => applyD1Migrations(env.DB, env.TEST_MIGRATIONS));
const { call } = testApi();
const at = 1_700_000_000_000;

/** An entry of a house's client, or of its agency alone, so many seconds after the first. */
async function logged(
  { agencyId, clientId }: Pick<House, "agencyId" | "clientId"> | { agencyId: string | null; clientId: null },
  seconds: number,
  { action = "form.changed", actor = "opr_1" } = {},
): Promise<string> {
  const ms = at + seconds * 1000;
  const id = v7({ msecs: ms });
  await env.DB.prepare(
    `INSERT INTO audit_log (id, agency_id, client_id, actor_kind, actor_id, actor_name, action, subject_kind, subject_id, detail_json, created_at)
     VALUES (?, ?, ?, 'operator', ?, 'o@example.com', ?, 'form', 'form_1', '{"name":"New"}', ?)`,
  )
    .bind(id, agencyId, clientId, actor, action, ms)
    .run();
  return id;
}
const idsOf = ({ items }: { items: { id: string }[] }) => items.map(({ id }) => id);
const listed = async (query: string, as: string) => idsOf(await readList(`/api/audit-log${query}`, as));

it("tells an owner of the agency and all its clients, a client's people of the client", async () => {
  const house = await newHouse();
  const ofClient = await logged(house, 1);
  const ofAgency = await logged({ agencyId: house.agencyId, clientId: null }, 2);
  expect(await listed("", house.owner)).toEqual([ofAgency, ofClient]);
  for (const as of [house.agent, house.admin]) expect(await listed("", as)).toEqual([ofClient]);
  expect((await call("GET", "/api/audit-log", { as: house.viewer })).status).toBe(403);
  const { body } = await call("GET", "/api/audit-log?limit=1", { as: house.admin });
  expect(body.items[0]).toMatchObject({
    actor: { kind: "operator", id: "opr_1", name: "o@example.com" },
    action: "form.changed",
    subject: { kind: "form", id: "form_1" },
    detail: { name: "New" },
    created_at: at + 1000,
  });
});

it("is narrowed by client, actor, action and time", async () => {
  const house = await newHouse();
  const first = await logged(house, 1, { action: "lead.read" });
  const second = await logged(house, 2, { actor: "opr_2" });
  const third = await logged(house, 3, { action: "formation.made" });
  await logged({ agencyId: house.agencyId, clientId: null }, 4, { action: "agency.changed" });
  const client = `client_id=${house.clientId}`;
  expect(await listed(`?${client}`, house.owner)).toEqual([third, second, first]);
  expect(await listed(`?${client}&actor=opr_2`, house.owner)).toEqual([second]);
  expect(await listed(`?${client}&action=form`, house.owner)).toEqual([second]);
  expect(await listed(`?${client}&action=lead.read`, house.owner)).toEqual([first]);
  expect(await listed(`?${client}&since=${at + 2000}`, house.owner)).toEqual([third, second]);
  expect(await listed(`?${client}&until=${at + 2000}`, house.owner)).toEqual([first]);
});

it.each([
  ["foo", "action: there is no such action; they begin with access_key, agency,"],
  ["form.chnaged", "action: there is no such action; near it are form.changed,"],
  ["login", "action: there is no such action; they begin with"],
])("of an action %s that there is not says so, and which there are", async (action, said) => {
  const { admin } = await newHouse();
  const { status, body } = await call("GET", `/api/audit-log?action=${action}`, { as: admin });
  expect([status, body.errors[0].field]).toEqual([422, "action"]);
  expect(body.detail.slice(0, said.length)).toBe(said);
});

it("has changes alone, or readings of contact details alone, or both", async () => {
  const house = await newHouse();
  const before = (await listed("?kind=changes", house.admin)).length;
  const changed = await logged(house, 1);
  await call("GET", `/api/leads?client_id=${house.clientId}`, { as: house.agent });
  await call("GET", "/api/where-is-my-lead?q=nobody@example.com", { as: house.agent });
  await rows(
    "UPDATE audit_log SET is_read = 1 WHERE id = ?",
    await logged(house, 2, { action: "lead.read" }),
  );
  expect(await listed("?kind=changes", house.admin)).toEqual([changed]);
  expect(before).toBe(0);
  const both = await listed("", house.admin);
  expect(both).toContain(changed);
  expect(await listed("?kind=reads", house.admin)).toEqual(both.filter((id) => id !== changed));
});

it("changes among many readings cost no more than themselves", async () => {
  const house = await newHouse();
  const first = await logged(house, 0);
  await env.DB.prepare(
    `INSERT INTO audit_log (id, agency_id, client_id, actor_kind, actor_id, actor_name, action, subject_kind, subject_id, created_at, is_read)
     WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 20000)
     SELECT printf('018bcfe6-%04x-7000-8000-%012d', i, i), ?1, ?2, 'operator', 'opr_1', 'o', 'leads.searched', 'client', ?2, 0, 1 FROM n`,
  )
    .bind(house.agencyId, house.clientId)
    .run();
  for (const as of [house.owner, house.admin]) {
    const { items, mostRead } = await readList("/api/audit-log?kind=changes", as, { mostPages: 3 });
    expect(idsOf({ items })).toEqual([first]);
    expect(mostRead).toBeLessThanOrEqual(30);
  }
});

it("of others is not there", async () => {
  const [house, other, installation] = await Promise.all([
    newHouse(),
    newHouse(),
    newHouse({ installation: true }),
  ]);
  const [ofHouse, nobodys] = [await logged(house, 1), await logged({ agencyId: null, clientId: null }, 2)];
  for (const as of [other.owner, other.admin]) expect(await listed("", as)).toEqual([]);
  expect(await listed("", house.owner)).toEqual([ofHouse]);
  const unowned = await listed("", installation.owner);
  expect(unowned).toContain(nobodys);
  expect(unowned).not.toContain(ofHouse);
  const path = `/api/audit-log?client_id=${house.clientId}`;
  for (const as of [other.owner, installation.owner])
    expect((await call("GET", path, { as })).status).toBe(404);
});

it("reads at most five rows for each entry a page may show, however long the log is", async () => {
  const house = await newHouse();
  await env.DB.prepare(
    `INSERT INTO audit_log (id, agency_id, client_id, actor_kind, actor_id, actor_name, action, subject_kind, subject_id, created_at)
     WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 20000)
     SELECT printf('018bcfe5-%04x-7000-8000-%012d', i, i), ?1, ?2, 'operator', 'opr_' || (i % 100), 'o', 'form.changed', 'form', 'f', 0 FROM n`,
  )
    .bind(house.agencyId, house.clientId)
    .run();
  for (const as of [house.owner, house.admin])
    for (const query of ["", "?actor=opr_7"]) {
      const { items, mostRead } = await readList(`/api/audit-log${query}`, as, { mostPages: 3 });
      expect(mostRead).toBeLessThanOrEqual(5 * 20);
      expect(items.length).toBeGreaterThan(0);
    }
});

it("names a blocked address to a key that sees contacts masked by the network around it", async () => {
  const house = await newHouse();
  const body = { cidr: "203.0.113.77" };
  await call("POST", `/api/clients/${house.clientId}/blocked-ips`, { as: house.admin, body });
  const seen = async (permissions: Parameters<typeof newKey>[1]) =>
    (await call("GET", "/api/audit-log", { key: await newKey(house, permissions) })).body.items;
  const subject = { kind: "blocked_ip", id: expect.stringContaining("203.0.113.77") };
  expect(await seen(["audit:read", "contacts:read"])).toMatchObject([{ subject }]);
  expect(await seen(["audit:read"])).toMatchObject([{ subject: { ...subject, id: "203.0.113.0/24" } }]);
});

it("hides from a key that sees contacts masked what people wrote, and what quotes a contact", async () => {
  const house = await newHouse();
  const body = { cidr: "203.0.113.77" };
  await call("POST", `/api/clients/${house.clientId}/blocked-ips`, { as: house.admin, body });
  const detail = {
    reason: "rings Annabel twice",
    name: "ask annabel@winter.example",
    count: 3,
    kind: "delivery",
  };
  await env.DB.prepare("UPDATE audit_log SET detail_json = ? WHERE client_id = ?")
    .bind(JSON.stringify({ ...detail, filter: { note: "she is away" } }), house.clientId)
    .run();
  const seen = async (permissions: Parameters<typeof newKey>[1]) =>
    (await call("GET", "/api/audit-log", { key: await newKey(house, permissions) })).body.items[0].detail;
  expect(await seen(["audit:read", "contacts:read"])).toEqual({ ...detail, filter: { note: "she is away" } });
  expect(await seen(["audit:read"])).toEqual({
    ...detail,
    reason: "•••",
    name: "•••",
    filter: { note: "•••" },
  });
});
