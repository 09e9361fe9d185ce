import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { expect, it } from "vitest";
import { repositoryRoot } from "../settings/repository-root.ts";
import { codeBlocks, docPages, readDoc } from "./read-docs.ts";

const migrations = join(repositoryRoot, "migrations");
const database = new DatabaseSync(":memory:");
for (const file of readdirSync(migrations).toSorted())
  database.exec(readFileSync(join(migrations, file), "utf8"));

const statements = docPages().flatMap((page) =>
  codeBlocks(readDoc(page), "sql").flatMap((block) =>
    block
      .split(";")
      .map((sql) => sql.trim())
      .filter((sql) => sql !== "")
      .map((sql) => ({ page, sql, begin: sql.split("\n")[0] })),
  ),
);

it("the docs hold statements for operators", () => {
  expect(statements.length).toBeGreaterThan(0);
});

it.each(statements)("$page: $begin … runs on today's tables", ({ sql }) => {
  expect(() => database.prepare(sql)).not.toThrow();
});

/** Tables that grow with every lead; an operator's question at night must not read all of one. */
const growing = "leads|lead_identities|lead_submissions|blocked_ip_leads|events|deliveries|delivery_attempts";

it.each(statements)("$page: $begin … scans no table that grows with leads", ({ sql }) => {
  const plan = database.prepare(`EXPLAIN QUERY PLAN ${sql}`).all() as { detail: string }[];
  const scans = plan.filter(({ detail }) => new RegExp(`^SCAN (${growing}|[isdb])\\b`).test(detail));
  expect(scans).toEqual([]);
});
