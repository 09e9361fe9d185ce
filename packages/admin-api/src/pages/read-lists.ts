import { runOne } from "@leadrelay/db/run-batch";
import type { Statement } from "@leadrelay/db/statement";
import type { AdminDependencies } from "../dependencies.ts";

/** Reads lists that lie in several databases: one statement for each database, for what it holds. */
export async function readLists<Owner, Row>(
  owners: readonly Owner[],
  databaseOf: (owner: Owner) => string,
  statementFor: (owners: readonly Owner[]) => Statement<Row[][]>,
  { leadDatabase }: Pick<AdminDependencies, "leadDatabase">,
): Promise<Row[][]> {
  const databases = [...Map.groupBy(owners, databaseOf)];
  const read = await Promise.all(
    databases.map(([database, own]) => runOne(leadDatabase(database), statementFor(own))),
  );
  return read.flat();
}
