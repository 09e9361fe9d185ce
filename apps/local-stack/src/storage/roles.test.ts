import { namesClients, roles } from "@leadrelay/contracts/roles";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { describe, expect, it } from "vitest";
import { repositoryRoot } from "../settings/repository-root.ts";

const folder = join(repositoryRoot, "migrations");
const database = new DatabaseSync(":memory:", { enableForeignKeyConstraints: false });
for (const file of readdirSync(folder).toSorted()) database.exec(readFileSync(join(folder, file), "utf8"));

describe.each(["memberships", "invitations"])("the table %s", (table) => {
  it("takes every role there is, and no other", () => {
    const { sql } = database.prepare("SELECT sql FROM sqlite_schema WHERE name = ?").get(table) ?? {};
    const [, listed = ""] = /role IN \(([^)]*)\)/.exec(String(sql)) ?? [];
    expect(listed.split(", ")).toEqual(roles.map((role) => `'${role}'`));
  });
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
