import { sql, type RawBuilder } from "kysely";
import type { PipelineScope } from "../scope.ts";
import { queries, write, type Statement } from "../statement.ts";

interface Released {
  nowMs: number;
  limit: number;
}

/**
 * Makes held deliveries of these destinations due, at most `limit` of each, the oldest first. Whoever is woken for one asks what its destination
 * is now.
 */
export const releaseHeld = (
  _scope: PipelineScope,
  destinationIds: readonly string[],
  released: Released,
): Statement<number> => release(destinationIds, sql``, sql`held_source, created_at`, released);

/** The same of one destination: those that wait for all of it, or for a source alone. */
export const releaseHeldOf = (
  _scope: PipelineScope,
  { destination_id, source }: { destination_id: string; source: string | null },
  released: Released,
): Statement<number> =>
  release([destination_id], sql`AND held.held_source IS ${source}`, sql`created_at`, released);

/** They come due in their order: `behind` counts from the last on. Each is found by its key: by what a destination holds all of it would be gone through for each. */
const release = (
  destinationIds: readonly string[],
  which: RawBuilder<unknown>,
  order: RawBuilder<unknown>,
  { nowMs, limit }: Released,
): Statement<number> =>
  write(
    sql`
      WITH found AS MATERIALIZED (
        SELECT wanted.value AS destination_id, one.value ->> 0 AS lead_id, one.value ->> 1 AS event_id, one.value ->> 2 AS behind
        FROM json_each(${JSON.stringify(destinationIds)}) AS wanted CROSS JOIN json_each((
          SELECT json_group_array(json_array(lead_id, event_id, behind)) FROM (
            SELECT lead_id, event_id, row_number() OVER (ORDER BY created_at DESC, lead_id DESC, event_id DESC) - 1 AS behind
            FROM (
              SELECT lead_id, event_id, created_at FROM deliveries AS held INDEXED BY deliveries_held
              WHERE held.status = 'held' AND held.settled_at IS NULL AND held.destination_id = wanted.value ${which}
              ORDER BY ${order} LIMIT ${limit}
            )
          )
        )) AS one
      )
      UPDATE deliveries SET status = 'pending', next_attempt_at = ${nowMs} - found.behind
      FROM found
      WHERE +deliveries.status = 'held' AND deliveries.lead_id = found.lead_id AND deliveries.event_id = found.event_id
        AND deliveries.destination_id = found.destination_id`.compile(queries),
  );
