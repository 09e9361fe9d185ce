import type { DestinationState } from "@leadrelay/core/replay/judge-candidate";
import { sql } from "kysely";
import { inScope } from "../scope/in-scope.ts";
import type { Scope } from "../scope.ts";
import { queries, rowsOf, type Statement } from "../statement.ts";

/** What a replay must know of a destination. */
export interface ReplayDestination {
  id: string;
  client_id: string;
  name: string;
  /** The adapter's kind. */
  kind: string;
  state: DestinationState;
  /** Its own schedule; null: the installation's. */
  retry_schedule: string | null;
  /** When its next paced send may be (ms); 0 where no replay was paced yet. */
  next_slot_at: number;
}

/** Destinations by id, deleted ones too; what is unknown or outside the scope is not in the result. */
export const replayDestinations = (scope: Scope, ids: readonly string[]): Statement<ReplayDestination[]> =>
  rowsOf(
    sql<ReplayDestination>`
      SELECT known.id, known.client_id, known.name, known.kind, known.retry_schedule,
        CASE WHEN known.deleted_at IS NOT NULL OR clients.deleted_at IS NOT NULL THEN 'deleted'
          WHEN known.enabled = 1 THEN 'enabled' ELSE 'disabled' END AS state,
        coalesce((SELECT next_slot_at FROM destination_pace WHERE destination_id = known.id), 0) AS next_slot_at
      FROM json_each(${JSON.stringify(ids)}) AS wanted
      CROSS JOIN destinations AS known ON known.id = wanted.value
      CROSS JOIN clients ON clients.id = known.client_id
      WHERE ${inScope(scope, "known.client_id")}`.compile(queries),
    (row) => row,
  );
