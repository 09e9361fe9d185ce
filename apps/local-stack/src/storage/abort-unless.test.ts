import { abortUnless } from "@leadrelay/db/abort-unless";
import { classifyStorageError } from "@leadrelay/db/storage-error";
import { sql } from "kysely";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { expect, it } from "vitest";
import { repositoryRoot } from "../settings/repository-root.ts";

const database = new DatabaseSync(":memory:");
database.exec(readFileSync(join(repositoryRoot, "migrations/0001_spine.sql"), "utf8"));

function outcomeOf(condition: string) {
  try {
    database.exec(abortUnless(sql.raw(condition)).query.sql);
    return "goes on";
  } catch (error) {
    return classifyStorageError(error);
  }
}

it.each([
  ["is true", "1 = 1", "goes on"],
  ["is false", "1 = 2", "conflict"],
  ["is unknown", "(SELECT next FROM id_ranges WHERE name = 'nobody') = 1", "conflict"],
  ["has its row", "EXISTS (SELECT 1 FROM id_ranges WHERE name = 'leads')", "goes on"],
  ["misses its row", "EXISTS (SELECT 1 FROM id_ranges WHERE name = 'nobody')", "conflict"],
  ["is true by its second half", "1 = 2 OR 1 = 1", "goes on"],
])("a batch whose guard %s", (_what, condition, outcome) => {
  expect(outcomeOf(condition)).toBe(outcome);
  expect(database.prepare("SELECT count(*) AS rows FROM commit_guard").get()).toEqual({ rows: 0 });
});
