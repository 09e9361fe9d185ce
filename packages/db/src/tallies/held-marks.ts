import { sql } from "kysely";
import type { PipelineScope } from "../scope.ts";
import { queries, rowsOf, write, type Statement } from "../statement.ts";

/** A mark that something is held at a destination: all that waits for it, or what waits for a source alone. */
export interface HeldMark {
  client_id: string;
  destination_id: string;
  source: string | null;
  /** As it stands in `tallies`. */
  subject: string;
}

/** Takes away marks where nothing is held any more. */
export const forgetMarks = (_scope: PipelineScope, marks: readonly HeldMark[]): Statement<number> =>
  write(
    sql`
      DELETE FROM tallies WHERE (client_id, subject, period) IN (
        SELECT mark.value ->> 'client_id', mark.value ->> 'subject', 'all' FROM json_each(${JSON.stringify(marks)}) AS mark
        WHERE NOT EXISTS (
          SELECT 1 FROM deliveries AS held INDEXED BY deliveries_held WHERE held.status = 'held'
            AND held.destination_id = mark.value ->> 'destination_id' AND held.held_source IS (mark.value ->> 'source')))`.compile(
      queries,
    ),
  );

/** How much waits at these destinations for a try, or is under way, each counted no further than `most`. */
export const waitingNow = (
  _scope: PipelineScope,
  destinationIds: readonly string[],
  most: number,
): Statement<ReadonlyMap<string, number>> => {
  const counted = rowsOf(
    sql<{ id: string; waiting: number }>`
      SELECT wanted.value AS id, (SELECT count(*) FROM (
        SELECT 1 FROM deliveries WHERE settled_at IS NULL AND destination_id = wanted.value AND next_attempt_at > 0 LIMIT ${most}
      )) AS waiting
      FROM json_each(${JSON.stringify(destinationIds)}) AS wanted`.compile(queries),
    ({ id, waiting }) => [id, waiting] as const,
  );
  return { query: counted.query, read: (...read) => new Map(counted.read(...read)) };
};
