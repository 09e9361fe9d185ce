import { sql } from "kysely";
import type { PipelineScope } from "../scope.ts";
import { queries, write, type Statement } from "../statement.ts";

/** Makes held deliveries of these destinations due, at most `limit` of each. Whoever is woken for one asks what its destination is now. */
export const releaseHeld = (
  _scope: PipelineScope,
  destinationIds: readonly string[],
  { nowMs, limit }: { nowMs: number; limit: number },
): Statement<number> =>
  write(
    sql`
      UPDATE deliveries SET status = 'pending', next_attempt_at = ${nowMs}
      WHERE status = 'held' AND (lead_id, event_id, destination_id) IN (
        SELECT released.value ->> 0, released.value ->> 1, wanted.value
        FROM json_each(${JSON.stringify(destinationIds)}) AS wanted CROSS JOIN json_each((
          SELECT json_group_array(json_array(lead_id, event_id)) FROM (
            SELECT lead_id, event_id FROM deliveries AS held
            WHERE held.settled_at IS NULL AND held.destination_id = wanted.value AND held.next_attempt_at IS NULL
              AND held.status = 'held'
            LIMIT ${limit}
          )
        )) AS released
      )`.compile(queries),
  );
