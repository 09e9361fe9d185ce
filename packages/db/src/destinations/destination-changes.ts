import type { DestinationChange } from "@leadrelay/core/explain/destination-change";
import { sql } from "kysely";
import { listOfEach } from "../lists/list-of-each.ts";
import { isInScope } from "../scope/is-in-scope.ts";
import type { OperatorScope } from "../scope.ts";
import { mapResult, type Statement } from "../statement.ts";

/** A person looks back no further, and no page reads more of each. */
const mostOfEach = 8;

interface Row {
  id: string;
  client_id: string;
  at: number;
  by: string;
  detail: Record<string, unknown>;
}

/** What was last changed of these destinations, newest first; of those outside the scope nothing. At most 8 rows read of each. */
export const destinationChanges = (
  scope: OperatorScope,
  ids: readonly string[],
): Statement<ReadonlyMap<string, DestinationChange[]>> =>
  mapResult(
    listOfEach<Row>(
      [...new Set(ids)],
      sql`
        SELECT json_object('id', subject_id, 'client_id', client_id, 'at', created_at, 'by', actor_name,
          'detail', json(detail_json)) AS item
        FROM audit_log WHERE subject_kind = 'destination' AND subject_id = wanted.value AND action = 'destination.changed'
        ORDER BY id DESC LIMIT ${mostOfEach}`,
    ),
    (lists) =>
      new Map(
        lists
          .map((rows) => rows.filter((row) => isInScope(scope, row.client_id)))
          .flatMap((rows): [string, DestinationChange[]][] =>
            rows[0] === undefined ? [] : [[rows[0].id, rows.map((row) => toChange(row, scope))]],
          ),
      ),
  );

function toChange({ at, by, detail, client_id }: Row, { clients }: OperatorScope): DestinationChange {
  const { settings_changed, ...policies } = detail;
  const settings = Array.isArray(settings_changed) ? settings_changed.map(String) : [];
  const { enabled } = policies;
  return {
    at,
    // Who sees contacts masked is not told the address of a colleague.
    by: clients.some(({ id, masked }) => id === client_id && !masked) ? by : null,
    fields: [...settings, ...Object.keys(policies)],
    enabled: typeof enabled === "boolean" ? enabled : null,
  };
}
