import { createSealer } from "@leadrelay/signing/seal";
import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { expect, test } from "vitest";
import { repositoryRoot } from "../settings/repository-root.ts";
import { runTenantSql } from "./run-tenant-sql.ts";

const masterKey = "test:AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8=";

const withKey = { DELIVERY_MASTER_KEY: masterKey };
const tenantSql = (args: string[], env: Record<string, string> = withKey) => runTenantSql(args, env);

/** The same as a command, which takes a second to load. */
function typed(args: string[], env: Record<string, string> = withKey) {
  const main = join(repositoryRoot, "apps/local-stack/src/tenant-sql.ts");
  const node24 = join(repositoryRoot, "node_modules/.bin/node");
  const { status, stdout, stderr } = spawnSync(node24, [main, ...args], { encoding: "utf8", env });
  return { status, stdout, stderr };
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
  const folder = join(repositoryRoot, "migrations");
  for (const file of readdirSync(folder).toSorted()) database.exec(readFileSync(join(folder, file), "utf8"));
  return database;
}

test("the printed SQL makes a client, a form and a destination that opens with the same key", async () => {
  const { stdout } = await tenantSql([
    ...complete,
    "--allowed-host",
    "a.example",
    "--allowed-host",
    "*.b.example",
  ]);
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

const count = (database: DatabaseSync, table: string) =>
  database.prepare(`SELECT count(*) AS n FROM ${table}`).get()?.["n"];

test("run twice it makes the same rows, with what the second run says", async () => {
  const database = migrated();
  database.exec((await tenantSql(complete)).stdout);
  database.exec((await tenantSql([...complete, "--region", "in"])).stdout);
  for (const table of ["agencies", "clients", "forms", "destinations"])
    expect(count(database, table)).toBe(1);
  expect(database.prepare("SELECT default_region FROM forms").get()).toEqual({ default_region: "IN" });
});

test("a second form joins its client and the client's destination; a second client joins the agency", async () => {
  const database = migrated();
  database.exec((await tenantSql(complete)).stdout);
  database.exec((await tenantSql(complete.with(3, "frm_other"))).stdout);
  expect(count(database, "clients")).toBe(1);
  expect(count(database, "destinations")).toBe(1);
  expect(database.prepare("SELECT count(DISTINCT client_id) AS n FROM forms").get()).toEqual({ n: 1 });
  database.exec((await tenantSql(complete.with(1, "Hilltop").with(3, "frm_hilltop"))).stdout);
  expect(count(database, "clients")).toBe(2);
  expect(count(database, "agencies")).toBe(1);
});

test("an owner is invited by a link that stands beside the SQL, not in it", async () => {
  const owner = ["--owner-email", "Asha@Example.com", "--public-url", "https://relay.example.com/"];
  const { stdout, stderr } = await tenantSql([...complete, ...owner]);
  const token = /https:\/\/relay\.example\.com\/invitation#token=([\w-]{43})$/.exec(stderr.trim())?.[1] ?? "";
  expect(token).not.toBe("");
  expect(stdout).not.toContain(token);
  const database = migrated();
  database.exec(stdout);
  expect(database.prepare("SELECT email, role, agency_id, token_hash FROM invitations").get()).toEqual({
    email: "asha@example.com",
    role: "agency_owner",
    agency_id: "agc_installation",
    token_hash: createHash("sha256").update(token).digest("hex"),
  });
});

test("another client's form key is refused", async () => {
  const database = migrated();
  database.exec((await tenantSql(complete)).stdout);
  const { stdout } = await tenantSql(complete.with(1, "Hilltop"));
  expect(() => database.exec(stdout)).toThrow("UNIQUE");
});

test("development takes a private address and marks the destination for development", async () => {
  const database = migrated();
  const local = complete.with(5, "http://127.0.0.1:8789/hook");
  expect((await tenantSql(local)).status).toBe(1);
  database.exec((await tenantSql([...local, "--environment", "development"])).stdout);
  expect(database.prepare("SELECT environments_json FROM destinations").get()).toEqual({
    environments_json: '["development"]',
  });
});

test("--help prints the usage, with every option, and succeeds", async () => {
  const { status, stdout, stderr } = await tenantSql(["--help"], {});
  expect({ status, stderr }).toEqual({ status: 0, stderr: "" });
  for (const option of [
    "make-url",
    "allowed-host",
    "agency",
    "thank-you",
    "region",
    "api-key",
    "environment",
    "owner-email",
    "public-url",
  ])
    expect(stdout.split("\n\n")[0]).toContain(`--${option}`);
});

test("--help fits a terminal, and its example is one command that goes on from line to line", async () => {
  const lines = (await tenantSql(["--help"], {})).stdout.split("\n");
  expect(lines.filter((line) => line.length > 120)).toEqual([]);
  const example = lines.slice(0, lines.indexOf(""));
  expect(example.map((line) => line.endsWith(" \\"))).toEqual([
    ...Array(example.length - 1).fill(true),
    false,
  ]);
});

const wrong: [string[], Record<string, string>, string][] = [
  [complete.slice(2), { DELIVERY_MASTER_KEY: masterKey }, "--client is missing"],
  [complete.with(5, "ftp://x"), { DELIVERY_MASTER_KEY: masterKey }, "--make-url takes"],
  [complete.with(5, "https://hook.eu2.make.com/…"), { DELIVERY_MASTER_KEY: masterKey }, "placeholder"],
  [complete.with(5, "http://hook.example.com/abc"), { DELIVERY_MASTER_KEY: masterKey }, "refused: scheme"],
  [complete.with(5, "https://10.0.0.1/abc"), { DELIVERY_MASTER_KEY: masterKey }, "refused: private_address"],
  [
    [...complete, "--allowed-host", "https://a.example/x"],
    { DELIVERY_MASTER_KEY: masterKey },
    "--allowed-host takes",
  ],
  [[...complete, "--allowed-host", "*"], { DELIVERY_MASTER_KEY: masterKey }, "--allowed-host takes"],
  [[...complete, "--region", "ZZ"], { DELIVERY_MASTER_KEY: masterKey }, "--region takes"],
  [[...complete, "--environment", "staging"], { DELIVERY_MASTER_KEY: masterKey }, "--environment takes"],
  [[...complete, "--owner-email", "asha"], { DELIVERY_MASTER_KEY: masterKey }, "--owner-email takes"],
  [[...complete, "--owner-email", "a@example.com"], { DELIVERY_MASTER_KEY: masterKey }, "--public-url takes"],
  [[...complete, "--nonsense"], { DELIVERY_MASTER_KEY: masterKey }, "--nonsense"],
  [complete, {}, "DELIVERY_MASTER_KEY must be"],
];

test.each(wrong)(
  "what is wrong is named, and nothing is printed that could be run: %j %j %s",
  async (args, env, named) => {
    const { status, stdout, stderr } = await tenantSql(args, env);
    expect({ status, stdout }).toEqual({ status: 1, stdout: "" });
    expect(stderr).toMatch(/^Usage:/);
    expect(stderr.trimEnd().split("\n\n").at(-1)).toContain(named);
  },
);

test("typed as a command it prints the same, and ends with the same code", async () => {
  expect(typed(["--help"], {})).toEqual(await tenantSql(["--help"], {}));
  expect(typed(complete, {})).toEqual(await tenantSql(complete, {}));
  const { status, stdout, stderr } = typed(complete);
  expect({ status, stderr }).toEqual({ status: 0, stderr: "" });
  const database = migrated();
  database.exec(stdout);
  expect(count(database, "destinations")).toBe(1);
});
