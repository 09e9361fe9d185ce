import { runOne } from "@leadrelay/db/run-batch";
import type { OperatorScope } from "@leadrelay/db/scope";
import type { Statement } from "@leadrelay/db/statement";
import type { AdminDependencies } from "../dependencies.ts";

/** Asks each database that holds leads of the scope's clients, once; one list of rows each. */
export async function askLeadDatabases<Row>(
  { clients }: OperatorScope,
  { leadDatabase }: Pick<AdminDependencies, "leadDatabase">,
  ask: (clientIds: string[]) => Statement<Row[]>,
): Promise<Row[][]> {
  const databases = Map.groupBy(clients, ({ database }) => database);
  return Promise.all(
    [...databases].map(([database, held]) => runOne(leadDatabase(database), ask(held.map(({ id }) => id)))),
  );
}
