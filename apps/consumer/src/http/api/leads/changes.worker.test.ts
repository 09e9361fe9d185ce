import { applyD1Migrations, env } from "cloudflare:test";
import { beforeAll, describe, expect, it } from "vitest";
import { testApi } from "../../../../test/api/admin-api.ts";
import { rows } from "../../../../test/tenant.ts";
import { houseWithLeads } from "../../../../test/api/house-with-leads.ts";

beforeAll(() => applyD1Migrations(env.DB, env.TEST_MIGRATIONS));
const { call } = testApi();
const read = (path: string, as: string) => call("GET", path, { as });

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

  it("that no client asked has is no filter, and it is told which there are", async () => {
    const house = await houseWithLeads();
    await env.DB.prepare(`UPDATE clients SET stages_json = '["fresh","won"]' WHERE id = ?`)
      .bind(house.clientId)
      .run();
    const { status, body } = await read("/api/leads?status=sold", house.admin);
    expect(status).toBe(422);
    expect(body.errors).toEqual([
      { field: "status", detail: "there is no such stage; there are fresh, won" },
    ]);
    expect((await read("/api/leads?status=won", house.admin)).body.items).toEqual([]);
    await env.DB.prepare("UPDATE leads SET status = 'sold' WHERE public_id = ?").bind(house.annas).run();
    const given = await read("/api/leads?status=sold", house.admin);
    expect(given.body.items, "at a stage the client has given up").toHaveLength(1);
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
