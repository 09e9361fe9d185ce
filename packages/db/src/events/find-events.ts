import type { EventRow } from "@leadrelay/core/decide/commit-plan";
import { sql } from "kysely";
import { wholeText } from "../long-texts/whole-text.ts";
import { requireClients } from "../scope/require-client.ts";
import { jsonValues } from "../lists/json-values.ts";
import type { OperatorScope } from "../scope.ts";
import { queries, rowsOf, type Statement } from "../statement.ts";

/** Names an event, which may not have happened. */
export interface EventKey {
  client_id: string;
  lead_id: number;
  event_id: string;
}

/** Any number of event keys as one parameter: `wanted`, each `[lead, event, client]`. */
export function wantedEvents(scope: OperatorScope, keys: readonly EventKey[]) {
  requireClients(scope, [...new Set(keys.map(({ client_id }) => client_id))]);
  const wanted = keys.map(({ client_id, lead_id, event_id }) => [lead_id, event_id, client_id]);
  return sql`${jsonValues(wanted)} AS wanted`;
}

/** SQL: joins a table with a lead's event to `wanted`. */
export const isOfEvent = (table: string, event: string) =>
  sql`${sql.ref(`${table}.lead_id`)} = wanted.value ->> 0 AND ${sql.ref(`${table}.${event}`)} = wanted.value ->> 1
    AND ${sql.ref(`${table}.client_id`)} = wanted.value ->> 2`;

/** Those of these events that happened. */
export const findEvents = (scope: OperatorScope, keys: readonly EventKey[]): Statement<EventRow[]> =>
  rowsOf(
    sql<EventRow>`
      SELECT e.lead_id, e.id, e.client_id, e.type, e.submission_public_id, e.created_at,
        ${wholeText("e.payload_json")} AS payload_json
      FROM ${wantedEvents(scope, keys)} CROSS JOIN events AS e ON ${isOfEvent("e", "id")}`.compile(queries),
    (row) => row,
  );
