import { createOperator } from "@leadrelay/admin-api/sign-in/create-operator";
import { verifyPassword } from "better-auth/crypto";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { expect, test } from "vitest";
import { repositoryRoot } from "../settings/repository-root.ts";
import { inlineSql } from "./inline-sql.ts";

const migration = readFileSync(join(repositoryRoot, "migrations/0002_operators.sql"), "utf8");

test("an operator can be made by plain SQL, without a running Worker, and made twice is one", async () => {
  const database = new DatabaseSync(":memory:");
  database.exec(migration);
  const clock = { now: () => 1_700_000_000_000, newId: () => crypto.randomUUID() };
  for (const password of ["correct horse battery", "another horse battery"]) {
    const made = await createOperator({ email: "Asha@Example.com", name: "Asha O'Neil", password }, clock);
    if (made.kind === "refused") throw new Error(made.because);
    for (const { query } of made.statements) database.exec(inlineSql(query));
  }
  const rows = database
    .prepare("SELECT * FROM operators JOIN operator_accounts AS a ON a.operator_id = operators.id")
    .all();
  expect(rows).toMatchObject([
    {
      email: "asha@example.com",
      name: "Asha O'Neil",
      provider_id: "credential",
      created_at: "2023-11-14T22:13:20.000Z",
    },
  ]);
  const hash = String(rows[0]?.["password"]);
  expect(await verifyPassword({ hash, password: "correct horse battery" })).toBe(true);
});
