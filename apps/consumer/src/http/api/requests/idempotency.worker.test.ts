import { applyD1Migrations, env } from "cloudflare:test";
import { beforeAll, describe, expect, it } from "vitest";
import { testApi } from "../../../../test/api/admin-api.ts";
import { newKey } from "../../../../test/api/keys.ts";
import { newHouse, type House } from "../../../../test/api/people.ts";
import { newTenant, rows } from "../../../../test/tenant.ts";

beforeAll(() => applyD1Migrations(env.DB, env.TEST_MIGRATIONS));
const { call } = testApi();

const keyed = () => ({ "if-match": "*", "idempotency-key": crypto.randomUUID() });
const run = (sql: string, ...values: string[]) =>
  env.DB.prepare(sql)
    .bind(...values)
    .run();
const hire = ({ agencyId, agent }: House, clientId: string) =>
  run(
    "INSERT INTO memberships (operator_id, agency_id, client_id, role, created_at) VALUES (?, ?, ?, 'agency_operator', 0)",
    agent,
    agencyId,
    clientId,
  );

/** A house whose agent works for another client of the agency, too. */
async function twoClients() {
  const [house, other] = await Promise.all([newHouse(), newTenant()]);
  await run("UPDATE clients SET agency_id = ? WHERE id = ?", house.agencyId, other.clientId);
  await hire(house, other.clientId);
  return { house, other };
}

describe("an answer under an Idempotency-Key", () => {
  it("is not given again to who lost the client it is about, and nothing is done twice", async () => {
    const { house } = await twoClients();
    const given = { as: house.agent, body: { test_strings: ["asha.r@example.com"] }, headers: keyed() };
    const ask = () => call("PATCH", `/api/clients/${house.clientId}`, given);
    expect((await ask()).status).toBe(200);
    expect((await ask()).headers.get("idempotent-replayed")).toBe("true");
    const membership = "DELETE FROM memberships WHERE operator_id = ? AND client_id = ?";
    await run(membership, house.agent, house.clientId);
    const again = await ask();
    expect(again).toMatchObject({ status: 403, body: { detail: expect.stringContaining("was done") } });
    expect(JSON.stringify(again.body)).not.toContain("asha");
    expect(await rows("SELECT id FROM audit_log WHERE client_id = ?", house.clientId)).toHaveLength(1);
  });

  it.each(["client", "agency"])(
    "is not given again to a key of the %s that sees contacts no more",
    async (of) => {
      const house = await newHouse();
      const key = await newKey(
        house,
        ["config:write", "contacts:read"],
        of === "client" ? {} : { client_id: null },
      );
      const given = { key, body: { test_strings: ["asha.r@example.com"] }, headers: keyed() };
      const ask = () => call("PATCH", `/api/clients/${house.clientId}`, given);
      expect((await ask()).body.test_strings).toHaveLength(1);
      await run(`UPDATE access_keys SET permissions_json = '["config:write"]' WHERE id = ?`, key.id);
      expect((await ask()).status).toBe(403);
    },
  );

  it("is given again to who may do more since", async () => {
    const [house, other] = await Promise.all([newHouse(), newTenant()]);
    await run("UPDATE clients SET agency_id = ? WHERE id = ?", house.agencyId, other.clientId);
    const given = { as: house.agent, body: { name: "Once" }, headers: keyed() };
    const ask = () => call("PATCH", `/api/clients/${house.clientId}`, given);
    const { body } = await ask();
    await hire(house, other.clientId);
    expect(await ask()).toMatchObject({ status: 200, body: { updated_at: body.updated_at } });
    await run("DELETE FROM memberships WHERE operator_id = ?", house.agent);
    await run(
      "INSERT INTO memberships (operator_id, agency_id, role, created_at) VALUES (?, ?, 'agency_owner', 0)",
      house.agent,
      house.agencyId,
    );
    expect(await ask()).toMatchObject({ status: 200, body: { updated_at: body.updated_at } });
  });
});
