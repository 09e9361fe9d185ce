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

it("what several leads shared before is found by the docs' own statements, once, and nothing else", () => {
  const found = statements.filter(({ sql }) => sql.startsWith("INSERT INTO shared_identities"));
  expect(found).toHaveLength(2);
  const lead = database.prepare(
    `INSERT INTO leads (id, public_id, client_id, form_id, is_test, project_key, contact_email, contact_phone, submission_count,
       suspicion_score, first_submitted_at, last_submitted_at)
     VALUES (?1, 'lead-' || ?1, ?2, 'f', ?3, ?4, ?5, ?6, 1, 0, 0, 0)`,
  );
  const identity = database.prepare("INSERT INTO lead_identities VALUES (?, ?, ?, ?, ?, ?)");
  const leads = [
    [1, "a", 0, "", "desk@example.com", "+91-9876543210"],
    [2, "a", 0, "", "Desk@Example.com", "+91-9876543210 x12"],
    [3, "a", 0, "", null, null],
    [4, "a", 1, "", "desk@example.com", null],
    [5, "a", 0, "villa", "desk@example.com", null],
    [6, "b", 0, "", "desk@example.com", "+91-9876543210"],
    [10_001, "a", 0, "", "desk@example.com", null],
  ] as const;
  for (const values of leads) lead.run(...values);
  identity.run("a", 0, "email", "desk@example.com", "", 1);
  identity.run("a", 0, "phone", "+919876543210", "", 1);
  for (let time = 0; time < 2; time += 1) for (const { sql } of found) database.exec(sql);
  expect(
    database.prepare("SELECT kind, value, place, lead_id FROM shared_identities ORDER BY kind").all(),
  ).toEqual([
    { kind: "email", value: "desk@example.com", place: "\u00012", lead_id: 2 },
    { kind: "phone", value: "+919876543210", place: "\u00012", lead_id: 2 },
  ]);
});
