import { directConfigFormat } from "@leadrelay/contracts/direct-config";
import { kvKeys } from "@leadrelay/contracts/kv-keys";
import { applyD1Migrations, env } from "cloudflare:test";
import { beforeAll, beforeEach, describe, expect, it } from "vitest";
import { failing } from "../../../test/failing.ts";
import { meteredD1 } from "../../../test/metered-d1.ts";
import { seedClient } from "../../../test/seed-client.ts";
import { dependenciesOf, type Dependencies } from "../../dependencies.ts";
import { readDirectConfig } from "../../outage/direct-config-store.ts";
import { markOutdatedDirectConfigs } from "@leadrelay/db/publishing/stale-direct-configs";
import { runOne } from "@leadrelay/db/run-batch";
import { pipelineScope } from "@leadrelay/db/scope";
import { publishDirectConfigs } from "./publish-direct-configs.ts";
import { publishForms } from "./publish-forms.ts";

beforeAll(() => applyD1Migrations(env.DB, env.TEST_MIGRATIONS));
// What other tests left stale is no concern of the next.
beforeEach(async () => {
  await env.DB.batch([
    env.DB.prepare("UPDATE forms SET snapshot_stale = 0"),
    env.DB.prepare(
      `UPDATE clients SET direct_config_stale = 0, direct_config_format = ${directConfigFormat}`,
    ),
  ]);
});

const dependencies = dependenciesOf(env);
const kvDown: Dependencies = { ...dependencies, kv: failing(env.KV, ["put", "delete"]) };

const snapshotOf = (formKey: string) => env.KV.get<{ thank_you_url: string }>(kvKeys.form(formKey), "json");
const isStale = async (table: "forms" | "clients", id: string) => {
  const column = table === "forms" ? "snapshot_stale" : "direct_config_stale";
  return (await env.DB.prepare(`SELECT ${column} FROM ${table} WHERE id = ?`).bind(id).first(column)) === 1;
};
const run = (sql: string, ...values: unknown[]) =>
  env.DB.prepare(sql)
    .bind(...values)
    .run();
const configOf = async (clientId: string) => readDirectConfig(env.KV, await dependencies.sealer(), clientId);

/** A KV whose put first lets something else happen. */
const kvAfter = (before: () => Promise<unknown>): Dependencies => {
  const put: KVNamespace["put"] = async (key: string, value: string) => {
    await before();
    await env.KV.put(key, value);
  };
  return { ...dependencies, kv: Object.assign(Object.create(env.KV) as KVNamespace, { put }) };
};

describe("a form that changed", () => {
  it("is published once and is stale no more", async () => {
    const { formId, formKey, clientId } = await seedClient();
    expect(await publishForms(dependencies)).toBe(1);
    expect(await snapshotOf(formKey)).toEqual({
      v: 1,
      form_id: formId,
      client_id: clientId,
      database: "DB",
      allowed_hosts: ["example.com"],
      thank_you_url: "https://example.com/thanks",
      redirect_status: 301,
      bot_detection: null,
      field_mapping: {},
      default_region: "IN",
    });
    expect(await publishForms(dependencies)).toBe(0);
  });

  it("says which database its client's leads are in, from the minute that moves a client without any", async () => {
    const { clientId, formKey } = await seedClient();
    await publishForms(dependencies);
    await run("UPDATE clients SET database_binding = 'DB_2' WHERE id = ?", clientId);
    await run("UPDATE forms SET snapshot_stale = 1 WHERE client_id = ?", clientId);
    await publishForms(dependencies);
    expect(await snapshotOf(formKey)).toMatchObject({ database: "DB_2" });
  });

  it("is withdrawn when it was deleted", async () => {
    const { formId, formKey } = await seedClient();
    await publishForms(dependencies);
    await run("UPDATE forms SET deleted_at = 1, snapshot_stale = 1 WHERE id = ?", formId);
    expect(await publishForms(dependencies)).toBe(1);
    expect(await snapshotOf(formKey)).toBeNull();
  });

  it("is withdrawn with its client", async () => {
    const { clientId, formKey } = await seedClient();
    await publishForms(dependencies);
    await run("UPDATE clients SET deleted_at = 1 WHERE id = ?", clientId);
    await run("UPDATE forms SET snapshot_stale = 1 WHERE client_id = ?", clientId);
    await publishForms(dependencies);
    expect(await snapshotOf(formKey)).toBeNull();
  });

  it("stays stale while KV does not take it", async () => {
    const { formId, formKey } = await seedClient();
    expect(await publishForms(kvDown)).toBe(0);
    expect(await isStale("forms", formId)).toBe(true);
    expect(await publishForms(dependencies)).toBe(1);
    expect(await snapshotOf(formKey)).not.toBeNull();
  });

  it("and changes again while it is published stays stale for the newer version", async () => {
    const { formId, formKey } = await seedClient();
    const change = () =>
      run("UPDATE forms SET thank_you_url = 'https://new.example/', updated_at = 2 WHERE id = ?", formId);
    await publishForms(kvAfter(change));
    expect(await isStale("forms", formId)).toBe(true);
    await publishForms(dependencies);
    expect(await snapshotOf(formKey)).toMatchObject({ thank_you_url: "https://new.example/" });
    expect(await isStale("forms", formId)).toBe(false);
  });

  it("is stale again when a slow sweep overwrote what a faster one had published", async () => {
    const { formId, formKey } = await seedClient();
    const overtake = async () => {
      await run(
        "UPDATE forms SET thank_you_url = 'https://new.example/', updated_at = 2 WHERE id = ?",
        formId,
      );
      await publishForms(dependencies);
    };
    await publishForms(kvAfter(overtake));
    expect(await snapshotOf(formKey)).toMatchObject({ thank_you_url: "https://example.com/thanks" });
    await publishForms(dependencies);
    expect(await snapshotOf(formKey)).toMatchObject({ thank_you_url: "https://new.example/" });
  });

  it("is not held up by others whose row is broken", async () => {
    const broken = await Promise.all(Array.from({ length: 25 }, () => seedClient()));
    for (const { formId } of broken)
      await run("UPDATE forms SET id = 'a' || id, allowed_hosts_json = 'broken' WHERE id = ?", formId);
    const { formKey } = await seedClient();
    expect(await publishForms(dependencies)).toBe(1);
    expect(await snapshotOf(formKey)).not.toBeNull();
  });

  it("has its turn within minutes, however many others never succeed", async () => {
    const broken = await Promise.all(Array.from({ length: 120 }, () => seedClient()));
    const ids = JSON.stringify(broken.map(({ formId }) => formId));
    await run(
      "UPDATE forms SET id = 'a' || id, allowed_hosts_json = 'broken' WHERE id IN (SELECT value FROM json_each(?))",
      ids,
    );
    const { formKey } = await seedClient();
    for (let minute = 0; minute < 4; minute += 1)
      await publishForms({ ...dependencies, now: () => minute * 60_000 });
    expect(await snapshotOf(formKey)).not.toBeNull();
  });

  it("is published by two sweeps at once without harm", async () => {
    const { formId, formKey } = await seedClient();
    await Promise.all([publishForms(dependencies), publishForms(dependencies)]);
    expect(await snapshotOf(formKey)).not.toBeNull();
    expect(await isStale("forms", formId)).toBe(false);
  });
});

describe("a client's direct configuration", () => {
  it("holds its destinations in the plain, its lists and its test strings", async () => {
    const { clientId, destinationId, settings } = await seedClient();
    await run(`UPDATE clients SET test_strings_json = '["qa"]' WHERE id = ?`, clientId);
    await run(
      "INSERT INTO blocked_ips (client_id, cidr, blocked_at) VALUES (?, '203.0.113.0/24', 1)",
      clientId,
    );
    await run("INSERT INTO allowed_ips VALUES (?, '198.51.100.7/32', 'testing', NULL, 1, 9)", clientId);
    const formIds = [crypto.randomUUID(), crypto.randomUUID()];
    for (const id of formIds)
      await run(
        "INSERT INTO forms (id, client_id, form_key, name, created_at, updated_at) VALUES (?, ?, ?, 'Form', 1, 1)",
        id,
        clientId,
        id,
      );
    // Of forms only those that decide otherwise than the installation.
    await run("UPDATE forms SET reengage_hours = 2, identity_guard = 0 WHERE id = ?", formIds[0]);
    expect(await publishDirectConfigs(dependencies)).toBe(1);
    expect(await configOf(clientId)).toEqual({
      v: 1,
      client_id: clientId,
      test_strings: ["qa"],
      blocked: [{ cidr: "203.0.113.0/24", expires_at: null }],
      allowed: [{ cidr: "198.51.100.7/32", expires_at: 9, usage: "testing" }],
      forms: [
        {
          id: formIds[0],
          duplicate_window_minutes: null,
          reengage_hours: 2,
          reengage_basis: "last_submission",
          identity_guard: false,
        },
      ],
      destinations: [
        {
          id: destinationId,
          kind: "make",
          settings,
          takes_test: false,
          environments: ["development"],
          timeout_ms: null,
          event_types: ["lead.created", "lead.reengaged"],
          shape_json: null,
          route: null,
        },
      ],
    });
    expect(await publishDirectConfigs(dependencies)).toBe(0);
  });

  it("is published anew where code of before published it, and settled it with fewer fields", async () => {
    const [{ clientId }, other] = [await seedClient(), await seedClient()];
    await publishDirectConfigs(dependencies);
    const published = await configOf(clientId);
    for (const format of [1, 0]) {
      await env.KV.delete(kvKeys.direct(clientId));
      await run("UPDATE clients SET direct_config_format = ? WHERE id = ?", format, clientId);
      expect(await publishDirectConfigs(dependencies)).toBe(1);
      expect(await configOf(clientId)).toEqual(published);
      expect(await publishDirectConfigs(dependencies)).toBe(0);
    }
    expect(await isStale("clients", other.clientId)).toBe(false);
  });

  it("that is up to date is not read to find that out, however many there are", async () => {
    const readOf = async (clients: number) => {
      for (let n = 0; n < clients; n += 1) await seedClient();
      await publishDirectConfigs(dependencies);
      const { databases, bill } = meteredD1();
      await runOne(databases.control, markOutdatedDirectConfigs(pipelineScope));
      expect(bill.written).toBe(0);
      return bill.read;
    };
    const few = await readOf(1);
    expect(await readOf(20)).toBe(few);
  });

  it.each(["enabled = 0", "deleted_at = 1"])("leaves out a destination with %s", async (change) => {
    const { clientId, destinationId } = await seedClient();
    await run(`UPDATE destinations SET ${change} WHERE id = ?`, destinationId);
    await publishDirectConfigs(dependencies);
    expect(await configOf(clientId)).toMatchObject({ destinations: [] });
  });

  it("is published without a destination whose seal does not open, and stays stale", async () => {
    const { clientId, destinationId } = await seedClient();
    const add = `INSERT INTO destinations (id, client_id, name, kind, sealed_settings, created_at, updated_at)
      VALUES (?, ?, 'Moved', 'make', 'v1.lost.AAAA.AAAA', 1, 1)`;
    await run(add, crypto.randomUUID(), clientId);
    expect(await publishDirectConfigs(dependencies)).toBe(0);
    expect((await configOf(clientId))?.destinations.map(({ id }) => id)).toEqual([destinationId]);
    expect(await isStale("clients", clientId)).toBe(true);
  });

  it("has its turn within minutes, however many others do not open", async () => {
    const broken = await Promise.all(Array.from({ length: 60 }, () => seedClient()));
    for (const { destinationId } of broken)
      await run("UPDATE destinations SET sealed_settings = 'v1.lost.AAAA.AAAA' WHERE id = ?", destinationId);
    const last = `zzz_${crypto.randomUUID()}`;
    await run(
      "INSERT INTO clients (id, agency_id, name, created_at) VALUES (?, 'agc_test', 'Last', 0)",
      last,
    );
    for (let minute = 0; minute < 3; minute += 1)
      await publishDirectConfigs({ ...dependencies, now: () => minute * 60_000 });
    expect(await configOf(last)).toBeDefined();
  });

  it("goes with the client", async () => {
    const { clientId } = await seedClient();
    await publishDirectConfigs(dependencies);
    await run("UPDATE clients SET deleted_at = 1, direct_config_stale = 1 WHERE id = ?", clientId);
    expect(await publishDirectConfigs(dependencies)).toBe(1);
    expect(await configOf(clientId)).toBeUndefined();
    expect(await isStale("clients", clientId)).toBe(false);
  });

  it("stays stale while KV does not take it", async () => {
    const { clientId } = await seedClient();
    expect(await publishDirectConfigs(kvDown)).toBe(0);
    expect(await isStale("clients", clientId)).toBe(true);
  });

  it.each([
    ["UPDATE destinations SET enabled = 0 WHERE client_id = ?"],
    [`UPDATE clients SET test_strings_json = '["late"]' WHERE id = ?`],
    ["INSERT INTO blocked_ips (client_id, cidr, blocked_at) VALUES (?, '192.0.2.1/32', 1)"],
    ["INSERT INTO allowed_ips VALUES (?, '192.0.2.1/32', 'testing', NULL, 1, NULL)"],
  ])("stays stale when it changes while it is published: %s", async (change) => {
    const { clientId } = await seedClient();
    await publishDirectConfigs(kvAfter(() => run(change, clientId)));
    expect(await isStale("clients", clientId)).toBe(true);
    await publishDirectConfigs(dependencies);
    expect(await isStale("clients", clientId)).toBe(false);
  });
});
