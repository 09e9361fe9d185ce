import type { DestinationHealth } from "@leadrelay/core/destination-health/destination-health";
import { sql } from "kysely";
import { healthOf, readHealth } from "../destination-health/health-of-destination.ts";
import { byIds } from "../lists/by-ids.ts";
import { jsonValues } from "../lists/json-values.ts";
import { clientIdsOf, type OperatorScope } from "../scope.ts";
import { mapResult, queries, rowsOf, type Statement } from "../statement.ts";
import type { DestinationsTable } from "../tables/destinations-table.ts";

/** What people must know of a destination to understand its deliveries. */
export interface DestinationState extends Pick<
  DestinationsTable,
  "id" | "client_id" | "kind" | "name" | "enabled" | "disabled_reason" | "disabled_at" | "deleted_at"
> {
  /** Of one that takes not all that comes, or not at any time. */
  limits_json?: string | null;
  /** null while it answers, and fast. */
  health: DestinationHealth | null;
}

type Row = Omit<DestinationState, "health"> & { health_json: string | null };

const toState = ({ health_json, ...row }: Row): DestinationState => ({
  ...row,
  health: readHealth(health_json),
});

const columns = "id, client_id, kind, name, enabled, disabled_reason, disabled_at, deleted_at, limits_json";

/** These destinations, at most a page's, deleted ones too; those outside the scope are not in the result. */
export const destinationStates = (
  scope: OperatorScope,
  ids: readonly string[],
): Statement<DestinationState[]> =>
  mapResult(
    byIds<Row>(scope, `${columns}, ${healthOf("found.id")} AS health_json`, "destinations", ids),
    (rows) => rows.map(toState),
  );

/** Every destination of the scope's clients, deleted ones too: they may have deliveries still. */
export const destinationsOfScope = (scope: OperatorScope): Statement<DestinationState[]> =>
  rowsOf(
    sql<Row>`
      SELECT ${sql.raw(columns.replaceAll(/\w+/g, "d.$&"))}, ${sql.raw(healthOf("d.id"))} AS health_json
      FROM json_each(${JSON.stringify(clientIdsOf(scope))}) AS wanted
      CROSS JOIN destinations AS d ON d.client_id = wanted.value ORDER BY d.client_id, d.id`.compile(queries),
    toState,
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
