import { sql } from "kysely";
import { byIds } from "../lists/by-ids.ts";
import { jsonValues } from "../lists/json-values.ts";
import { clientIdsOf, type OperatorScope } from "../scope.ts";
import { queries, rowsOf, type Statement } from "../statement.ts";
import type { DestinationsTable } from "../tables/destinations-table.ts";

/** What people must know of a destination to understand its deliveries. */
export type DestinationState = Pick<
  DestinationsTable,
  "id" | "client_id" | "kind" | "name" | "enabled" | "disabled_reason" | "deleted_at"
>;

const columns = "id, client_id, kind, name, enabled, disabled_reason, deleted_at";

/** These destinations, at most a page's, deleted ones too; those outside the scope are not in the result. */
export const destinationStates = (
  scope: OperatorScope,
  ids: readonly string[],
): Statement<DestinationState[]> => byIds(scope, columns, "destinations", ids);

/** Every destination of the scope's clients, deleted ones too: they may have deliveries still. */
export const destinationsOfScope = (scope: OperatorScope): Statement<DestinationState[]> =>
  rowsOf(
    sql<DestinationState>`
      SELECT ${sql.raw(columns.replaceAll(/\w+/g, "d.$&"))}
      FROM json_each(${JSON.stringify(clientIdsOf(scope))}) AS wanted
      CROSS JOIN destinations AS d ON d.client_id = wanted.value ORDER BY d.client_id, d.id`.compile(queries),
    (row) => row,
  );

/** The same, only whose they are: one read each. */
export const destinationIdsOfScope = (
  scope: OperatorScope,
): Statement<Pick<DestinationState, "id" | "client_id">[]> =>
  rowsOf(
    sql<Pick<DestinationState, "id" | "client_id">>`
      SELECT d.id, d.client_id FROM ${jsonValues(clientIdsOf(scope))} AS wanted
      CROSS JOIN destinations AS d ON d.client_id = wanted.value`.compile(queries),
    (row) => row,
  );
