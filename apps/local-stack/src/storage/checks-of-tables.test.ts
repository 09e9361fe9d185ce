import { deadLetterStates } from "@leadrelay/contracts/dead-letter";
import { attemptOutcomes, deliveryStatuses } from "@leadrelay/contracts/delivery-status";
import { networkUsages } from "@leadrelay/contracts/network-usage";
import { namesClients, roles } from "@leadrelay/contracts/roles";
import { submissionOutcomes } from "@leadrelay/contracts/submission-outcome";
import { narrowOutcomes } from "@leadrelay/db/tables/stored-attempt";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { expect, it } from "vitest";
import { repositoryRoot } from "../settings/repository-root.ts";

const isNarrow = (outcome: string) => narrowOutcomes.some((one) => one === outcome);

const folder = join(repositoryRoot, "migrations");
const database = new DatabaseSync(":memory:", { enableForeignKeyConstraints: false });
for (const file of readdirSync(folder).toSorted()) database.exec(readFileSync(join(folder, file), "utf8"));

it.each<[table: string, column: string, values: readonly string[]]>([
  ["memberships", "role", roles],
  ["invitations", "role", roles],
  ["allowed_ips", "usage", networkUsages],
  ["lead_submissions", "outcome", submissionOutcomes],
  ["deliveries", "status", deliveryStatuses],
  ["delivery_attempts", "outcome", attemptOutcomes.filter((one) => !isNarrow(one))],
  ["delivery_attempts", "told_outcome", attemptOutcomes.filter(isNarrow)],
  ["dead_letters", "state", deadLetterStates],
])("%s.%s takes every value there is, and no other", (table, column, values) => {
  const { sql } = database.prepare("SELECT sql FROM sqlite_schema WHERE name = ?").get(table) ?? {};
  const [, listed = ""] = new RegExp(`\\b${column} IN \\(([^)]*)\\)`).exec(String(sql)) ?? [];
  expect(listed.split(", ").toSorted()).toEqual(values.map((value) => `'${value}'`).toSorted());
});

it.each(roles)("a membership as %s names a client, or none, as its role does", (role) => {
  const places = ["", "cli_1"].filter((client) => {
    const insert = database.prepare("INSERT INTO memberships VALUES (?, 'agc_1', ?, ?, 0)");
    try {
      return insert.run(`opr_${role}`, client, role).changes === 1;
    } catch {
      return false;
    }
  });
  expect(places).toEqual([namesClients(role) ? "cli_1" : ""]);
});
