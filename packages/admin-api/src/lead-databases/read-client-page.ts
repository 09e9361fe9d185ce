import { compareKeys, mergePage, type ListKey, type MergedPage } from "@leadrelay/core/lists/merge-page";
import type { OperatorScope } from "@leadrelay/db/scope";
import type { Statement } from "@leadrelay/db/statement";
import type { AdminDependencies } from "../dependencies.ts";
import { askLeadDatabases } from "./ask-lead-databases.ts";
import { rowsOfEach } from "./row-budget.ts";

/** A list of which each client has its own, newest first. */
interface ClientList<Row> {
  pageSize: number;
  /** What D1 counts for a row, all that is looked up for it included. */
  readsPerRow: number;
  ask: (clientIds: string[], perClient: number) => Statement<Row[]>;
  keyOf: (row: Row) => ListKey;
  /** The filter no index serves, if one was asked for. */
  keep: ((row: Row) => boolean) | null;
}

/** One page, newest first, of what all clients of the scope have. */
export async function readClientPage<Row extends { client_id: string }>(
  { pageSize, readsPerRow, ask, keyOf, keep }: ClientList<Row>,
  scope: OperatorScope,
  dependencies: Pick<AdminDependencies, "leadDatabase">,
): Promise<MergedPage<Row>> {
  const isFiltered = keep !== null;
  const perClient = rowsOfEach({ clients: scope.clients.length, pageSize, readsPerRow, isFiltered });
  const found = await askLeadDatabases(scope, dependencies, (ids) => ask(ids, perClient));
  const lists = [...Map.groupBy(found.flat(), ({ client_id }) => client_id).values()].map((list) =>
    list.toSorted((a, b) => compareKeys(keyOf(b), keyOf(a))),
  );
  return mergePage(lists, { perClient, pageSize, keyOf, ...(keep === null ? {} : { keep }) });
}
