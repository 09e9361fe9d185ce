import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import ts from "typescript";
import { expect, test } from "vitest";
import { repositoryRoot } from "../settings/repository-root.ts";

/** better-auth alone reads and writes these. */
const notOurs = ["operator_two_factors", "operator_verifications"];
/** Of these it has columns that nobody else asks for. */
const shared = ["operator_accounts", "operator_sessions"];

test("the tables that queries are written for are those the migrations make, column by column", () => {
  const made = migratedColumns();
  for (const table of notOurs) expect(made.delete(table)).toBe(true);
  const typed = typedColumns();
  for (const table of shared) {
    expect(made.get(table)).toEqual(expect.arrayContaining(typed.get(table) ?? []));
    made.set(table, typed.get(table) ?? []);
  }
  expect(Object.fromEntries(typed)).toEqual(Object.fromEntries(made));
});

/** The columns of every table, as the database knows them after all migrations. */
function migratedColumns(): Map<string, string[]> {
  const database = new DatabaseSync(":memory:");
  const folder = join(repositoryRoot, "migrations");
  for (const file of readdirSync(folder).toSorted()) database.exec(readFileSync(join(folder, file), "utf8"));
  const columns = database
    .prepare(
      `SELECT made.name AS "table", known.name AS "column" FROM sqlite_schema AS made, pragma_table_info(made.name) AS known
       WHERE made.type = 'table'`,
    )
    .all() as { table: string; column: string }[];
  return sorted(
    Map.groupBy(columns, ({ table }) => table),
    ({ column }) => column,
  );
}

/** The columns of every table in `Tables`, as the compiler knows them. */
function typedColumns(): Map<string, string[]> {
  const file = join(repositoryRoot, "packages/db/src/tables/tables.ts");
  const options = {
    moduleResolution: ts.ModuleResolutionKind.Bundler,
    allowImportingTsExtensions: true,
    noEmit: true,
  };
  const program = ts.createProgram([file], { ...options, strict: true, types: [] });
  const checker = program.getTypeChecker();
  const source = program.getSourceFile(file);
  const tables = source?.statements.find(ts.isInterfaceDeclaration);
  if (tables === undefined) throw new Error("tables.ts declares no interface");
  const columns = tables.members.flatMap((member) =>
    checker
      .getTypeAtLocation(member)
      .getProperties()
      .map(({ name }) => ({ table: member.name?.getText() ?? "", column: name })),
  );
  return sorted(
    Map.groupBy(columns, ({ table }) => table),
    ({ column }) => column,
  );
}

const sorted = <Item>(groups: Map<string, Item[]>, nameOf: (item: Item) => string) =>
  new Map([...groups].map(([table, items]) => [table, items.map(nameOf).toSorted()]));
