import { createSealer } from "@leadrelay/signing/seal";
import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { expect, test } from "vitest";
import { repositoryRoot } from "../settings/repository-root.ts";

const masterKey = "test:AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8=";

function tenantSql(args: string[], env: Record<string, string> = { DELIVERY_MASTER_KEY: masterKey }) {
  const main = join(repositoryRoot, "apps/local-stack/src/tenant-sql.ts");
  const node24 = join(repositoryRoot, "node_modules/.bin/node");
  return spawnSync(node24, [main, ...args], { encoding: "utf8", env });
}

const complete = [
  "--client",
  "O'Brien & Sons?",
  "--form-key",
  "frm_site",
  "--make-url",
  "https://hook.example.com/abc",
];

function migrated(): DatabaseSync {
  const database = new DatabaseSync(":memory:");
  database.exec(readFileSync(join(repositoryRoot, "migrations/0001_spine.sql"), "utf8"));
  return database;
}

test("the printed SQL makes a client, a form and a destination that opens with the same key", async () => {
  const { stdout } = tenantSql([...complete, "--allowed-host", "a.example", "--allowed-host", "*.b.example"]);
  const database = migrated();
  database.exec(stdout);
  expect(database.prepare("SELECT name, direct_config_stale FROM clients").get()).toEqual({
    name: "O'Brien & Sons?",
    direct_config_stale: 1,
  });
  expect(database.prepare("SELECT form_key, allowed_hosts_json, snapshot_stale FROM forms").get()).toEqual({
    form_key: "frm_site",
    allowed_hosts_json: '["a.example","*.b.example"]',
    snapshot_stale: 1,
  });
  const row = database.prepare("SELECT id, sealed_settings, environments_json FROM destinations").get();
  expect(row?.["environments_json"]).toBe('["production"]');
  const place = { table: "destinations", row: String(row?.["id"]), column: "sealed_settings" };
  const opened = await (await createSealer(masterKey)).open(String(row?.["sealed_settings"]), place);
  expect(JSON.parse(opened)).toEqual({ url: "https://hook.example.com/abc", api_key: null });
});

test("a second client joins the same agency, and a used form key is refused", () => {
  const database = migrated();
  database.exec(tenantSql(complete).stdout);
  database.exec(tenantSql(complete.with(3, "frm_other")).stdout);
  expect(database.prepare("SELECT count(*) AS n FROM agencies").get()).toEqual({ n: 1 });
  expect(database.prepare("SELECT count(*) AS n FROM clients").get()).toEqual({ n: 2 });
  expect(() => database.exec(tenantSql(complete).stdout)).toThrow("UNIQUE");
});

test("what is missing or wrong is named, and nothing is printed that could be run", () => {
  for (const [args, env, named] of [
    [complete.slice(2), { DELIVERY_MASTER_KEY: masterKey }, "--client is missing"],
    [complete.with(5, "ftp://x"), { DELIVERY_MASTER_KEY: masterKey }, "--make-url takes"],
    [[...complete, "--nonsense"], { DELIVERY_MASTER_KEY: masterKey }, "--nonsense"],
    [complete, {}, "DELIVERY_MASTER_KEY must be"],
  ] as [string[], Record<string, string>, string][]) {
    const { status, stdout, stderr } = tenantSql(args, env);
    expect({ status, stdout }).toEqual({ status: 1, stdout: "" });
    expect(stderr).toContain(named);
  }
});
