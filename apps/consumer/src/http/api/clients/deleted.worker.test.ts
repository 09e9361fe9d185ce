import { kvKeys } from "@leadrelay/contracts/kv-keys";
import { applyD1Migrations, env } from "cloudflare:test";
import { beforeAll, describe, expect, it } from "vitest";
import { testApi } from "../../../../test/api/admin-api.ts";
import { newHouse } from "../../../../test/api/people.ts";
import { deliverMessages } from "../../../../test/deliver-messages.ts";
import { deliveriesOf, hookUrl, scriptedReceiver, sealUrl, wake } from "../../../../test/deliver-wakeups.ts";
import { rows } from "../../../../test/tenant.ts";
import { dependenciesOf } from "../../../dependencies.ts";
import { readDirectConfig } from "../../../outage/direct-config-store.ts";
import { publishForms } from "../../../sweeps/publish/publish-forms.ts";

beforeAll(() => applyD1Migrations(env.DB, env.TEST_MIGRATIONS));
const { call } = testApi();

describe("a client that is restored", () => {
  it("is back with what was deleted together with it, and with nothing that was deleted before", async () => {
    const house = await newHouse();
    const given = { as: house.owner, headers: { "if-match": "*" } };
    const path = `/api/clients/${house.clientId}`;
    const form = { client_id: house.clientId, name: "Old", allowed_hosts: [] };
    const { body: older } = await call("POST", "/api/forms", { as: house.owner, body: form });
    await call("DELETE", `/api/forms/${older.id}`, given);
    await call("DELETE", path, { as: house.owner });
    expect((await call("GET", "/api/forms", { as: house.owner })).body.items).toEqual([]);
    expect((await call("POST", `${path}/restore`, { as: house.admin })).status).toBe(403);
    const back = await call("POST", `${path}/restore`, { as: house.owner });
    expect(back).toMatchObject({ status: 200, body: { deleted_at: null } });
    const ids = (await call("GET", "/api/forms", { as: house.owner })).body.items.map(
      ({ id }: { id: string }) => id,
    );
    expect(ids).toEqual([house.formId]);
    const destinations = await call("GET", "/api/destinations", { as: house.owner });
    expect(destinations.body.items.map(({ id }: { id: string }) => id)).toEqual([house.destinationId]);
    expect((await call("POST", `${path}/restore`, { as: house.owner })).status).toBe(200);
    expect(
      await rows(
        "SELECT action FROM audit_log WHERE client_id = ? AND action = 'client.restored'",
        house.clientId,
      ),
    ).toHaveLength(1);
    const other = await newHouse();
    expect((await call("POST", `${path}/restore`, { as: other.owner })).status).toBe(404);
  });

  it("has destinations of which nothing was forgotten for good: deleted again they are looked at again", async () => {
    const house = await newHouse();
    const path = `/api/clients/${house.clientId}`;
    await call("DELETE", path, { as: house.owner });
    await env.DB.prepare("UPDATE destinations SET forgotten_at = 1 WHERE id = ?")
      .bind(house.destinationId)
      .run();
    await call("POST", `${path}/restore`, { as: house.owner });
    expect(await rows("SELECT forgotten_at FROM destinations WHERE id = ?", house.destinationId)).toEqual([
      { forgotten_at: null },
    ]);
  });

  it("may not be so after thirty days", async () => {
    const house = await newHouse();
    const path = `/api/clients/${house.clientId}`;
    await call("DELETE", path, { as: house.owner });
    await env.DB.prepare("UPDATE clients SET deleted_at = deleted_at - 31 * 86400000 WHERE id = ?")
      .bind(house.clientId)
      .run();
    expect((await call("POST", `${path}/restore`, { as: house.owner })).status).toBe(409);
  });
});

describe("a client that is deleted", () => {
  const configOf = async (clientId: string) =>
    readDirectConfig(env.KV, await dependenciesOf(env).sealer(), clientId);

  it("takes its forms from the edge and its secrets from KV, and is hidden from lists", async () => {
    const house = await newHouse();
    await sealUrl(house, hookUrl);
    const given = { as: house.owner, headers: { "if-match": "*" } };
    const path = `/api/clients/${house.clientId}`;
    await call("PATCH", `/api/forms/${house.formId}`, { ...given, body: {} });
    const changed = await call("PATCH", path, { ...given, body: { test_strings: ["qa-team"] } });
    expect(changed.body.direct_config).toEqual({ state: "published", since: null });
    expect(await configOf(house.clientId)).toMatchObject({ test_strings: ["qa-team"] });
    expect(await env.KV.get(kvKeys.form(house.formKey))).not.toBeNull();

    const deleted = await call("DELETE", path, { as: house.owner });
    expect(deleted).toMatchObject({
      status: 200,
      body: { deleted_at: expect.any(Number), direct_config: { state: "withdrawn" } },
    });
    expect(await configOf(house.clientId)).toBeUndefined();
    expect(await env.KV.get(kvKeys.form(house.formKey))).toBeNull();
    const listed = async (query: string) => (await call("GET", `/api/clients${query}`, given)).body.items;
    expect(await listed("")).toEqual([]);
    expect(await listed("?deleted=true")).toMatchObject([{ id: house.clientId }]);
    expect((await call("GET", path, { as: house.viewer })).status).toBe(200);
  });

  it("lets nothing in it be changed or added, and is deleted once", async () => {
    const house = await newHouse();
    const path = `/api/clients/${house.clientId}`;
    const given = { as: house.owner, headers: { "if-match": "*" }, body: { name: "Back" } };
    const deleted = await call("DELETE", path, { as: house.owner });
    expect((await call("PATCH", path, given)).status).toBe(409);
    expect((await call("PATCH", `/api/forms/${house.formId}`, given)).status).toBe(409);
    const form = { ...given, body: { client_id: house.clientId, name: "New" } };
    expect((await call("POST", "/api/forms", form)).status).toBe(409);
    expect(await call("DELETE", path, { as: house.owner })).toMatchObject({
      status: 200,
      body: deleted.body,
    });
    const entries = await rows("SELECT action FROM audit_log WHERE client_id = ?", house.clientId);
    expect(entries).toEqual([{ action: "client.deleted" }]);
  });

  it("has its waiting deliveries cancelled when they come due", async () => {
    const house = await newHouse();
    await sealUrl(house, hookUrl);
    await deliverMessages([house.submission({ fields: { email: "ann@example.com" } })]);
    await call("DELETE", `/api/clients/${house.clientId}`, { as: house.owner });
    const { received, fetch } = scriptedReceiver();
    await wake(await deliveriesOf(house), { fetch });
    expect(received).toEqual([]);
    expect(await deliveriesOf(house)).toMatchObject([{ status: "cancelled" }]);
  });

  it("is deleted by its agency's owner only", async () => {
    const [house, other] = await Promise.all([newHouse(), newHouse()]);
    const path = `/api/clients/${house.clientId}`;
    for (const as of [house.agent, house.admin, house.viewer])
      expect((await call("DELETE", path, { as })).status).toBe(403);
    expect((await call("DELETE", path, { as: other.owner })).status).toBe(404);
    expect((await call("DELETE", path)).status).toBe(401);
    expect((await call("GET", path, { as: house.viewer })).body.deleted_at).toBeNull();
  });

  it("with more forms than are withdrawn at once leaves the rest to the sweep", async () => {
    const house = await newHouse();
    for (let index = 0; index < 25; index += 1)
      await call("POST", "/api/forms", {
        as: house.owner,
        body: { client_id: house.clientId, name: `F${index}` },
      });
    await call("DELETE", `/api/clients/${house.clientId}`, { as: house.owner });
    const stale = () =>
      rows("SELECT id FROM forms WHERE client_id = ? AND snapshot_stale = 1", house.clientId);
    expect(await stale()).toHaveLength(6);
    await env.DB.prepare("UPDATE forms SET snapshot_stale = 0 WHERE client_id <> ?")
      .bind(house.clientId)
      .run();
    await publishForms(dependenciesOf(env));
    expect(await stale()).toHaveLength(0);
  });
});
