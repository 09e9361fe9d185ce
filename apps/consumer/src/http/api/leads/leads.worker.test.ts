import { applyD1Migrations, env } from "cloudflare:test";
import { beforeAll, describe, expect, it } from "vitest";
import { testApi } from "../../../../test/api/admin-api.ts";
import { anna, expectNothingOfAnna, leadOf, submitForm } from "../../../../test/api/person.ts";
import { newTenant, rows } from "../../../../test/tenant.ts";
import { houseWithLeads } from "../../../../test/api/house-with-leads.ts";

beforeAll(() => applyD1Migrations(env.DB, env.TEST_MIGRATIONS));
const { call } = testApi();
const read = (path: string, as: string) => call("GET", path, { as });

describe("a list of leads", () => {
  it("is newest first, shown to the client's people and to nobody else", async () => {
    const [house, other] = await Promise.all([houseWithLeads(), houseWithLeads()]);
    for (const as of [house.owner, house.agent, house.admin]) {
      const { body } = await read("/api/leads", as);
      expect(body.items.map(({ id }: { id: string }) => id)).toEqual([house.bens, house.annas]);
      expect(body.items[1]).toMatchObject({
        contact_name: anna.name,
        contact_email: anna.email,
        contact_phone: "+91-9876543219",
        masked: false,
        status: "new",
        submission_count: 1,
      });
    }
    expect((await read(`/api/leads?client_id=${house.clientId}`, other.owner)).status).toBe(404);
    expect((await read(`/api/leads?form_id=${house.formId}`, other.owner)).status).toBe(404);
    expect((await call("GET", "/api/leads")).status).toBe(401);
  });

  it("goes on where it stopped, with any filter", async () => {
    const house = await houseWithLeads();
    for (const filter of ["", "&since=1", "&status=new", "&project=", "&is_test=false"]) {
      const first = await read(`/api/leads?limit=1${filter}`, house.admin);
      const next = `/api/leads?limit=1${filter}&cursor=${first.body.next_cursor}`;
      const second = await read(next, house.admin);
      const ids = [...first.body.items, ...second.body.items].map(({ id }) => id);
      expect(ids).toEqual([house.bens, house.annas]);
    }
    for (const filter of ["status=won", "project=Villa", "is_test=true", "until=5", "since=9000000000000"])
      expect((await read(`/api/leads?${filter}`, house.admin)).body.items).toEqual([]);
  });

  it("takes no cursor of another list", async () => {
    const house = await houseWithLeads();
    const { body } = await read("/api/leads?limit=1", house.admin);
    expect((await read(`/api/leads?since=1&cursor=${body.next_cursor}`, house.admin)).status).toBe(400);
  });
});

describe("a reading by the agency's people", () => {
  const entries = (clientId: string) =>
    rows("SELECT action, actor_id, detail_json FROM audit_log WHERE client_id = ? ORDER BY id", clientId);

  it("is in the client's audit log, a row for each request, without what was searched", async () => {
    const house = await houseWithLeads();
    await read("/api/leads", house.agent);
    await read("/api/leads?q=annabel", house.owner);
    expect(await entries(house.clientId)).toEqual([
      { action: "leads.listed", actor_id: house.agent, detail_json: '{"count":2}' },
      { action: "leads.searched", actor_id: house.owner, detail_json: '{"by":"name","count":1}' },
    ]);
  });

  it("is not, where nothing was shown, and for the client's own people", async () => {
    const house = await houseWithLeads();
    await read("/api/leads?q=nobody", house.owner);
    await read("/api/leads", house.admin);
    await read("/api/leads", house.viewer);
    expect(await entries(house.clientId)).toEqual([]);
  });

  it("that cannot be written down is not answered", async () => {
    const house = await houseWithLeads();
    await env.DB.exec(
      "CREATE TRIGGER no_audit BEFORE INSERT ON audit_log BEGIN SELECT RAISE(ABORT, 'no'); END",
    );
    const { status, body } = await read("/api/leads", house.owner);
    await env.DB.exec("DROP TRIGGER no_audit");
    expect(status).toBe(500);
    expectNothingOfAnna(body);
  });
});

it("a lead's client is named where the list may be of several", async () => {
  const house = await houseWithLeads();
  const sister = await newTenant();
  await env.DB.prepare("UPDATE clients SET agency_id = ?, name = 'Hilltop Villas' WHERE id = ?")
    .bind(house.agencyId, sister.clientId)
    .run();
  const [row] = await rows("SELECT name FROM clients WHERE id = ?", house.clientId);
  await submitForm(sister);
  const namesOf = async (filter: string, as: string) =>
    (await read(`/api/leads${filter}`, as)).body.items.map(
      ({ client_name }: { client_name: string | null }) => client_name,
    );
  expect(await namesOf("", house.owner)).toEqual(["Hilltop Villas", row?.["name"], row?.["name"]]);
  expect(await namesOf("?status=new", house.owner)).toEqual(await namesOf("", house.owner));
  expect(await namesOf(`?client_id=${house.clientId}`, house.owner)).toEqual([null, null]);
  expect(await namesOf("", house.admin)).toEqual([null, null]);
});

it("leads of several clients, some in a database that is asked apart, are one list", async () => {
  const house = await houseWithLeads();
  const sister = await newTenant();
  await env.DB.prepare("UPDATE clients SET agency_id = ?, database_binding = 'DB2' WHERE id = ?")
    .bind(house.agencyId, sister.clientId)
    .run();
  const third = await leadOf(await submitForm(sister));
  const asked: string[] = [];
  const leadDatabase = (name: string) => {
    asked.push(name);
    return env.DB;
  };
  const { body } = await testApi({ leadDatabase }).call("GET", "/api/leads", { as: house.owner });
  expect(body.items.map(({ id }: { id: string }) => id)).toEqual([third, house.bens, house.annas]);
  // For the leads, and where those stand of which nothing arrived.
  expect(asked.toSorted()).toEqual(["DB", "DB", "DB2", "DB2"]);
});
