import { sql } from "kysely";
import type { PipelineScope } from "../scope.ts";
import { queries, rowsOf, write, type Statement } from "../statement.ts";

/** Up to what time of deliveries (ms UTC) their exchanges are removed. */
export const exchangesRemovedUntil = (_scope: PipelineScope): Statement<number[]> =>
  rowsOf(
    sql<{ until: number }>`SELECT until FROM exchanges_removed WHERE id = 1`.compile(queries),
    ({ until }) => until,
  );

/** Moves that time on; by no less than it was. */
export const moveRemovedUntil = (_scope: PipelineScope, until: number): Statement<number> =>
  write(
    sql`UPDATE exchanges_removed SET until = ${until} WHERE id = 1 AND until < ${until}`.compile(queries),
  );

/** What is behind a plus is looked up by nothing: SQLite begins with what was found, and not with every try there is. */
const isOfFound = sql`delivery_attempts.lead_id = +found.lead_id AND delivery_attempts.event_id = +found.event_id
  AND delivery_attempts.destination_id = +found.destination_id AND delivery_attempts.exchange IS NOT NULL`;

/** Removes the exchanges of all deliveries that were made from `from` on and before `until`, client by client through their index by time. */
export const removeExchanges = (
  _scope: PipelineScope,
  { from, until }: { from: number; until: number },
): Statement<number> =>
  write(
    sql`
      WITH RECURSIVE held (id) AS (
        SELECT min(client_id) FROM deliveries INDEXED BY deliveries_created
        UNION ALL
        SELECT (SELECT min(client_id) FROM deliveries INDEXED BY deliveries_created WHERE client_id > held.id)
        FROM held WHERE held.id IS NOT NULL
      ),
      found AS MATERIALIZED (
        SELECT d.lead_id, d.event_id, d.destination_id FROM held CROSS JOIN deliveries AS d INDEXED BY deliveries_created
          ON d.client_id = held.id AND d.created_at >= ${from} AND d.created_at < ${until}
      )
      UPDATE delivery_attempts SET exchange = NULL FROM found
      WHERE ${isOfFound}`.compile(queries),
  );

/** The same of tries that came late, begun before `until`; at most `limit`. Before `forgetLate`. */
export const removeLateExchanges = (_scope: PipelineScope, until: number, limit: number): Statement<number> =>
  write(
    sql`
      UPDATE delivery_attempts SET exchange = NULL
      FROM (SELECT * FROM late_exchanges WHERE started_at < ${until} ORDER BY started_at LIMIT ${limit}) AS found
      WHERE ${isOfFound} AND delivery_attempts.number = +found.number`.compile(queries),
  );

export const forgetLate = (_scope: PipelineScope, until: number, limit: number): Statement<number> =>
  write(
    sql`
      DELETE FROM late_exchanges WHERE (started_at, lead_id, event_id, destination_id, number) IN (
        SELECT started_at, lead_id, event_id, destination_id, number FROM late_exchanges
        WHERE started_at < ${until} ORDER BY started_at LIMIT ${limit})`.compile(queries),
  );
