import { authOptions } from "@leadrelay/admin-api/sign-in/auth-options";
import { getMigrations } from "better-auth/db/migration";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { expect, test } from "vitest";
import { repositoryRoot } from "../settings/repository-root.ts";

const migration = readFileSync(join(repositoryRoot, "migrations/0002_operators.sql"), "utf8");

/** The statements of a text, one line each, so that only what they say is compared. */
const statementsOf = (text: string) =>
  text
    .replaceAll(/^--.*$/gm, "")
    .split(";")
    .map((statement) => statement.replaceAll(/\s+/g, " ").replaceAll("( ", "(").replaceAll(" )", ")").trim())
    .filter((statement) => statement !== "");

test("migration 0002 is what the library would make of our options, and two indexes", async () => {
  const { compileMigrations } = await getMigrations({
    ...authOptions,
    database: new DatabaseSync(":memory:"),
  });
  expect(statementsOf(migration)).toEqual([
    ...statementsOf(await compileMigrations()),
    'create index "operator_verifications_expires_at_idx" on "operator_verifications" ("expires_at")',
    'create index "rate_limits_last_request_idx" on "rate_limits" ("last_request")',
  ]);
});

test("after migration 0002 the library misses nothing", async () => {
  const database = new DatabaseSync(":memory:");
  database.exec(migration);
  const { toBeCreated, toBeAdded } = await getMigrations({ ...authOptions, database });
  expect({ toBeCreated, toBeAdded }).toEqual({ toBeCreated: [], toBeAdded: [] });
});
