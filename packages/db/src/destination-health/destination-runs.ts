import { sql } from "kysely";
import type { PipelineScope } from "../scope.ts";
import { mapResult, queries, rowsOf, write, type Statement } from "../statement.ts";

/** How many may work through one destination's deliveries, and through all of its client's, at once. */
export interface RunShares {
  destination: number;
  client: number;
}

/**
 * Takes the first free slot of a destination, or one whose lease ran out; undefined where all are taken, or its client has its share; the first
 * slot is every destination's own, whatever else its client has.
 * Of two who ask at once one gets the slot.
 */
export const takeRun = (
  _scope: PipelineScope,
  { id, client_id }: { id: string; client_id: string },
  shares: RunShares,
  { nowMs, untilMs }: { nowMs: number; untilMs: number },
): Statement<number | undefined> =>
  mapResult(
    rowsOf(
      sql<{ slot: number }>`
        INSERT INTO destination_runs (destination_id, slot, client_id, lease_until)
        SELECT ${id}, slots.value, ${client_id}, ${untilMs}
        FROM json_each(${JSON.stringify(Array.from({ length: shares.destination }, (_, slot) => slot))}) AS slots
        WHERE NOT EXISTS (
          SELECT 1 FROM destination_runs AS run
          WHERE run.destination_id = ${id} AND run.slot = slots.value AND run.lease_until > ${nowMs}
        ) AND (slots.value = 0 OR (
          SELECT count(*) FROM destination_runs AS run WHERE run.client_id = ${client_id} AND run.lease_until > ${nowMs}
        ) < ${shares.client})
        ORDER BY slots.value LIMIT 1
        ON CONFLICT (destination_id, slot) DO UPDATE SET lease_until = excluded.lease_until
        RETURNING slot`.compile(queries),
      ({ slot }) => slot,
    ),
    (taken) => taken.at(0),
  );

/** Frees a slot that was taken until then; one that somebody else took since stays theirs. */
export const endRun = (
  _scope: PipelineScope,
  destinationId: string,
  slot: number,
  untilMs: number,
): Statement<number> =>
  write(
    sql`
      DELETE FROM destination_runs
      WHERE destination_id = ${destinationId} AND slot = ${slot} AND lease_until = ${untilMs}`.compile(
      queries,
    ),
  );

/** Which of these destinations somebody works through at this moment. */
export const runningDestinations = (
  _scope: PipelineScope,
  destinationIds: readonly string[],
  nowMs: number,
): Statement<string[]> =>
  rowsOf(
    sql<{ id: string }>`
      SELECT wanted.value AS id FROM json_each(${JSON.stringify(destinationIds)}) AS wanted
      WHERE EXISTS (SELECT 1 FROM destination_runs AS run
        WHERE run.destination_id = wanted.value AND run.lease_until > ${nowMs})`.compile(queries),
    ({ id }) => id,
  );
