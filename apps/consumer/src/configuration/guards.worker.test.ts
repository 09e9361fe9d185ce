import { requireLiveClient } from "@leadrelay/db/clients/require-live-client";
import { disableDestination } from "@leadrelay/db/destinations/disable-destination";
import { settleFormSnapshot } from "@leadrelay/db/publishing/stale-forms";
import { settleDirectConfig, staleDirectConfigOf } from "@leadrelay/db/publishing/stale-direct-configs";
import { runBatch } from "@leadrelay/db/run-batch";
import { pipelineScope } from "@leadrelay/db/scope";
import { requireVersion } from "@leadrelay/db/scope/require-version";
import { applyD1Migrations, env } from "cloudflare:test";
import { beforeAll, describe, expect, it } from "vitest";
import { scopeOf } from "../../test/counters.ts";
import { newTenant, rows } from "../../test/tenant.ts";
import { whatCameOf } from "../../test/what-came-of.ts";

beforeAll(() => applyD1Migrations(env.DB, env.TEST_MIGRATIONS));

const change = (sql: string, ...values: unknown[]) =>
  env.DB.prepare(sql)
    .bind(...values)
    .run();
const one = async (sql: string, id: string) => (await rows(sql, id))[0];

describe("a change of what two people may edit", () => {
  it.each([
    ["the version that it was made on", 5, "done"],
    ["a later one", 6, "conflict"],
    ["an earlier one", 4, "conflict"],
  ])("is made to %s: %i, %s", async (_what, updated_at, came) => {
    // Another form is at version 5: it is not asked.
    await newTenant({ form: { updated_at: 5 } });
    const { formId } = await newTenant({ form: { updated_at } });
    expect(await whatCameOf([requireVersion(scopeOf([]), "forms", formId, 5)])).toBe(came);
  });

  it("is not made to what is gone", async () => {
    await newTenant({ form: { updated_at: 5 } });
    expect(await whatCameOf([requireVersion(scopeOf([]), "forms", "gone", 5)])).toBe("conflict");
  });
});

describe("what is added to a client", () => {
  it("is refused once the client was deleted, whatever others are there", async () => {
    const { clientId } = await newTenant();
    await newTenant();
    const added = () => whatCameOf([requireLiveClient(scopeOf([clientId, "gone"]), clientId)]);
    expect(await added()).toBe("done");
    await change("UPDATE clients SET deleted_at = 1 WHERE id = ?", clientId);
    expect(await added()).toBe("conflict");
    expect(await whatCameOf([requireLiveClient(scopeOf(["gone"]), "gone")])).toBe("conflict");
  });

  it("is refused where the client is another's", () => {
    expect(() => requireLiveClient(scopeOf(["cli"]), "other")).toThrow("outside this scope");
  });
});

describe("a destination that is gone", () => {
  it.each([
    ["is switched off", {}, 1],
    ["keeps why it was switched off before", { enabled: 0, disabled_reason: "by a person" } as const, 0],
    ["stays on where its settings were changed since", { sealed_settings: "other" }, 0],
  ])("%s: %o, %i", async (_what, destination, disabled) => {
    const other = await newTenant();
    const { destinationId, clientId } = await newTenant({ destination });
    const read = { id: destinationId, client_id: clientId, sealed_settings: "sealed" };
    const [changed] = await runBatch(env.DB, disableDestination(pipelineScope, read, "gone", 9));
    expect(changed).toBe(disabled);
    const select = "SELECT enabled, disabled_reason, updated_at FROM destinations WHERE id = ?";
    const untouched = { enabled: 1, disabled_reason: null, updated_at: 0 };
    const off = { enabled: 0, disabled_reason: "gone", updated_at: 9 };
    expect(await one(select, destinationId)).toMatchObject(
      disabled === 1 ? off : { updated_at: 0, ...("enabled" in destination ? destination : {}) },
    );
    expect(await one(select, other.destinationId)).toEqual(untouched);
  });
});

describe("what was published", () => {
  it.each([
    ["as the form is", 5, 0],
    ["as the form was before", 4, 1],
    ["as a newer sweep had it", 6, 1],
  ])("%s leaves the form stale: version %i, %i", async (_what, published, stale) => {
    const other = await newTenant({ form: { snapshot_stale: 1, updated_at: 5 } });
    const { formId } = await newTenant({ form: { snapshot_stale: 1, updated_at: 5 } });
    await runBatch(env.DB, [settleFormSnapshot(pipelineScope, formId, published)]);
    const select = "SELECT snapshot_stale FROM forms WHERE id = ?";
    expect(await one(select, formId)).toEqual({ snapshot_stale: stale });
    expect(await one(select, other.formId)).toEqual({ snapshot_stale: 1 });
  });

  it("an older sweep makes a form stale that a newer one had settled", async () => {
    const { formId } = await newTenant({ form: { snapshot_stale: 0, updated_at: 5 } });
    await runBatch(env.DB, [settleFormSnapshot(pipelineScope, formId, 4)]);
    expect(await one("SELECT snapshot_stale FROM forms WHERE id = ?", formId)).toEqual({ snapshot_stale: 1 });
  });

  const selectStale = "SELECT direct_config_stale FROM clients WHERE id = ?";
  it.each([
    ["nothing changed", "SELECT ?", 0],
    ["a setting was changed", "UPDATE destinations SET sealed_settings = 'new' WHERE client_id = ?", 1],
    ["a destination was switched off", "UPDATE destinations SET enabled = 0 WHERE client_id = ?", 1],
    ["a destination was deleted", "UPDATE destinations SET deleted_at = 1 WHERE client_id = ?", 1],
    ["a test string was added", `UPDATE clients SET test_strings_json = '["x"]' WHERE id = ?`, 1],
    ["the client was deleted", "UPDATE clients SET deleted_at = 1 WHERE id = ?", 1],
    [
      "an address was blocked",
      "INSERT INTO blocked_ips (client_id, cidr, blocked_at) VALUES (?, '192.0.2.1/32', 1)",
      1,
    ],
    [
      "an address was allowed",
      "INSERT INTO allowed_ips (client_id, cidr, usage, created_at) VALUES (?, '192.0.2.1/32', 'testing', 1)",
      1,
    ],
  ])("of a client leaves it stale where %s since: %s, %i", async (_what, sql, stale) => {
    const [other, { clientId }] = [await newTenant(), await newTenant()];
    await change("UPDATE clients SET direct_config_stale = 0 WHERE id = ?", other.clientId);
    const [[source]] = await runBatch(env.DB, [staleDirectConfigOf(pipelineScope, clientId)]);
    if (source === undefined) throw new Error("not stale");
    await change(sql, clientId);
    await runBatch(env.DB, [settleDirectConfig(pipelineScope, source)]);
    expect(await one(selectStale, clientId)).toEqual({ direct_config_stale: stale });
    expect(await one(selectStale, other.clientId)).toEqual({ direct_config_stale: 0 });
  });
});
