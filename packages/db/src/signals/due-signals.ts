import { signalSchema } from "@leadrelay/contracts/signal";
import type { DueSignal } from "@leadrelay/core/signals/due-signal";
import { sql } from "kysely";
import { leadOfEvent, wholeEvent } from "../events/lead-of-event.ts";
import type { PipelineScope } from "../scope.ts";
import { queries, rowsOf, type Statement } from "../statement.ts";
import type { SignalsTable } from "../tables/signals-table.ts";

interface Row extends Omit<SignalsTable, "due_at"> {
  failing_json: string | null;
  event_json: string | null;
}

/** Beyond that many a minute tells of some, and the next of the others. */
const mostSignals = 500;

/** Signals that may be told at that time (ms), those that wait longest first, through `signals_due`; with the lead each is shown by. @param clientIds of these alone; null: of all */
export const dueSignals = (
  _scope: PipelineScope,
  nowMs: number,
  clientIds: readonly string[] | null = null,
): Statement<DueSignal[]> =>
  rowsOf(
    sql<Row>`
      SELECT s.destination_id, s.type, s.subject, s.client_id, s.count, s.detail_json, s.raised_at, s.told_at,
        (SELECT json_object('count', f.count, 'raised_at', f.raised_at, 'told_at', f.told_at) FROM signals AS f
          WHERE s.type = 'delivery.recovered' AND f.destination_id = s.destination_id AND f.type = 'delivery.failing' AND f.subject = ''
        ) AS failing_json,
        (SELECT ${wholeEvent("e")} FROM events AS e
          WHERE e.lead_id = s.detail_json ->> '$.sample.lead_id' AND e.id = s.detail_json ->> '$.sample.event_id'
            AND e.client_id = s.client_id) AS event_json
      FROM signals AS s INDEXED BY signals_due WHERE s.due_at <= ${nowMs}${ofClients(clientIds)} ORDER BY s.due_at LIMIT ${mostSignals}`.compile(
      queries,
    ),
    ({ failing_json, event_json, client_id, detail_json, ...row }) => ({
      ...row,
      signal: signalOf({ ...row, client_id, detail_json }),
      failing: failing_json === null ? null : (JSON.parse(failing_json) as DueSignal["failing"]),
      lead: leadOfEvent(event_json),
    }),
  );

const ofClients = (ids: readonly string[] | null) =>
  ids === null ? sql`` : sql` AND s.client_id IN (SELECT value FROM json_each(${JSON.stringify(ids)}))`;

/** One of another version is none. */
function signalOf({ detail_json, ...row }: Omit<Row, "failing_json" | "event_json">): DueSignal["signal"] {
  const detail: unknown = JSON.parse(detail_json);
  if (typeof detail !== "object") return null;
  return signalSchema.safeParse({ ...row, ...detail }).data ?? null;
}
