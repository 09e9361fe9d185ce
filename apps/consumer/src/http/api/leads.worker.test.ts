import { applyD1Migrations, env } from "cloudflare:test";
import { beforeAll, describe, expect, it } from "vitest";
import { testApi } from "../../../test/api/admin-api.ts";
import { newHouse, newOperator } from "../../../test/api/people.ts";
import { anna, expectNothingOfAnna, leadOf, submitForm } from "../../../test/api/person.ts";
import { newTenant, rows } from "../../../test/tenant.ts";

beforeAll(() => applyD1Migrations(env.DB, env.TEST_MIGRATIONS));
const { call } = testApi();
const read = (path: string, as: string) => call("GET", path, { as });
const ben = { name: "Ben Hur", email: "ben@hur.example" };
const context = { ...sampleContext(), ip: null };

function sampleContext() {
  return {
    ip: null,
    country: "IN",
    city: null,
    region: null,
    timezone: null,
    asn: null,
    user_agent: null,
    referrer: null,
  };
}

/** A house with the leads of Annabel and Ben. */
async function houseWithLeads() {
  const house = await newHouse();
  await env.DB.prepare("UPDATE forms SET default_region = 'IN' WHERE id = ?").bind(house.formId).run();
  const annas = await leadOf(await submitForm(house));
  const bens = await leadOf(await submitForm(house, ben, { fields: ben, context }));
  return { ...house, annas, bens };
}

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

describe("a search", () => {
  it.each([
    ["q=annabel.w@WINTER.example"],
    ["email=annabel.w@winter"],
    ["q=98765 43219"],
    ["q=09876543219"],
    ["phone=98765"],
    ["q=%2B9198765"],
    ["q=annabel"],
    ["name=Winterb"],
    ["q=winterbottom, annabel"],
    ["q=ANN WINTER"],
  ])("%s finds Annabel", async (query) => {
    const house = await houseWithLeads();
    const { status, body } = await read(`/api/leads?${query}`, house.admin);
    expect(status).toBe(200);
    expect(body.items.map(({ id }: { id: string }) => id)).toEqual([house.annas]);
  });

  it.each([["q=annabel hur"], ["q=abel"], ["email=winter.example"], ["phone=43219"]])(
    "%s finds nobody",
    async (query) => {
      const house = await houseWithLeads();
      expect((await read(`/api/leads?${query}`, house.admin)).body.items).toEqual([]);
    },
  );

  it("by a name of before finds the lead that has another now", async () => {
    const house = await houseWithLeads();
    await submitForm(house, { ...anna, name: "Bella Winterbottom" });
    const { body } = await read("/api/leads?q=annabel winterbottom", house.admin);
    expect(body.items).toMatchObject([{ id: house.annas, contact_name: "Bella Winterbottom" }]);
  });

  it("finds what is exactly so before what only begins so", async () => {
    const house = await houseWithLeads();
    await submitForm(house, {}, { fields: { name: "Annabella Zett", email: "z@zett.example" }, context });
    const { body } = await read("/api/leads?q=annabel", house.admin);
    expect(body.items.map(({ contact_name }: { contact_name: string }) => contact_name)).toEqual([
      anna.name,
      "Annabella Zett",
    ]);
  });

  it("for two things at once, or for nothing that can be searched, is refused", async () => {
    const house = await newHouse();
    for (const query of ["q=anna&email=a@b.co", "name=...", "phone=abc", "phone=0"])
      expect((await read(`/api/leads?${query}`, house.admin)).status).toBe(400);
  });

  it("by contact details is refused to who sees them masked", async () => {
    const house = await houseWithLeads();
    for (const query of ["q=annabel", "email=a@b.co", "phone=98765", "name=ben"]) {
      const { status, body } = await read(`/api/leads?${query}`, house.viewer);
      expect({ status, type: body.type }).toEqual({
        status: 403,
        type: "https://leadrelay.dev/problems/not-permitted",
      });
    }
    const { body } = await read("/api/leads", house.viewer);
    expect(body.items[1]).toMatchObject({
      contact_name: "A. W.",
      contact_email: "A•••@winter.example",
      contact_phone: "•••19",
      masked: true,
    });
    expectNothingOfAnna(body);
  });

  it("leaves out clients whose contacts are masked, and keeps the others", async () => {
    const [seen, masked] = await Promise.all([houseWithLeads(), houseWithLeads()]);
    const both = await newOperator(seen.agencyId, "client_admin", seen.clientId);
    await env.DB.prepare(
      "INSERT INTO memberships (operator_id, agency_id, client_id, role, created_at) VALUES (?, ?, ?, 'client_viewer', 0)",
    )
      .bind(both, masked.agencyId, masked.clientId)
      .run();
    const { body } = await read("/api/leads?q=annabel", both);
    expect(body.items.map(({ id }: { id: string }) => id)).toEqual([seen.annas]);
    expect((await read("/api/leads", both)).body.items).toHaveLength(4);
    expect((await read(`/api/leads?q=annabel&client_id=${masked.clientId}`, both)).status).toBe(403);
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

describe("a lead's status", () => {
  const move = (id: string, status: string, as: string) =>
    call("PATCH", `/api/leads/${id}`, { as, body: { status } });

  it("moves along the client's own stages, and it is written down who moved it", async () => {
    const house = await houseWithLeads();
    await env.DB.prepare(`UPDATE clients SET stages_json = '["fresh","called","won"]' WHERE id = ?`)
      .bind(house.clientId)
      .run();
    expect((await read("/api/leads?status=fresh", house.admin)).body.items).toHaveLength(2);
    expect((await move(house.annas, "called", house.agent)).body).toMatchObject({ status: "called" });
    expect((await move(house.annas, "called", house.agent)).status).toBe(200);
    expect((await move(house.annas, "won", house.admin)).status).toBe(200);
    const steps = "SELECT kind, author_id, previous, text FROM lead_activity WHERE client_id = ? ORDER BY id";
    expect(await rows(steps, house.clientId)).toEqual([
      { kind: "status", author_id: house.agent, previous: "new", text: "called" },
      { kind: "status", author_id: house.admin, previous: "called", text: "won" },
    ]);
    const audit =
      "SELECT action, detail_json FROM audit_log WHERE client_id = ? AND action = 'lead.moved' ORDER BY id";
    expect(await rows(audit, house.clientId)).toEqual([
      { action: "lead.moved", detail_json: '{"from":"fresh","to":"called"}' },
      { action: "lead.moved", detail_json: '{"from":"called","to":"won"}' },
    ]);
  });

  it("that is none of them is refused with those there are", async () => {
    const house = await houseWithLeads();
    const { status, body } = await move(house.annas, "sold", house.admin);
    expect(status).toBe(422);
    expect(body.errors).toEqual([
      { field: "status", detail: expect.stringContaining("new, contacted, qualified, won, lost") },
    ]);
  });

  it("moved by many at once is told in steps that follow one another", async () => {
    const house = await houseWithLeads();
    const stages = ["contacted", "qualified", "won", "lost"];
    await Promise.all(stages.map((stage) => move(house.annas, stage, house.admin)));
    const steps = await rows<{ previous: string; text: string }>(
      "SELECT previous, text FROM lead_activity WHERE client_id = ?",
      house.clientId,
    );
    const [lead] = await rows<{ status: string }>(
      "SELECT status FROM leads WHERE public_id = ?",
      house.annas,
    );
    expect(steps).toHaveLength(4);
    expect(new Set(["new", ...steps.map(({ text }) => text)])).toEqual(
      new Set([...steps.map(({ previous }) => previous), lead?.status]),
    );
  });

  it("is not moved by a viewer, nor by another tenant", async () => {
    const [house, other] = await Promise.all([houseWithLeads(), houseWithLeads()]);
    expect((await move(house.annas, "won", house.viewer)).status).toBe(403);
    expect((await move(house.annas, "won", other.owner)).status).toBe(404);
    expect((await move("no-such-lead", "won", house.owner)).status).toBe(404);
  });
});

it("a note is kept with who wrote it, and its text is not in the audit log", async () => {
  const house = await houseWithLeads();
  const given = { as: house.agent, body: { text: " Called, no answer. " } };
  const { status, body } = await call("POST", `/api/leads/${house.annas}/notes`, given);
  expect(status).toBe(201);
  expect(body).toMatchObject({ lead_id: house.annas, text: "Called, no answer.", author_kind: "operator" });
  const [entry] = await rows("SELECT action, detail_json FROM audit_log WHERE client_id = ?", house.clientId);
  expect(entry).toEqual({ action: "lead.noted", detail_json: JSON.stringify({ note_id: body.id }) });
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
  expect(asked.toSorted()).toEqual(["DB", "DB2"]);
});
