import { sql } from "kysely";
import type { PipelineScope } from "../scope.ts";
import { queries, rowsOf, write, type Statement } from "../statement.ts";
import type { AnswerShapesTable } from "../tables/answer-shapes-table.ts";

/** Answers of one shape that a destination gave. */
export interface SeenShape extends Pick<
  AnswerShapesTable,
  "destination_id" | "fingerprint" | "client_id" | "count" | "sample"
> {
  /** Nothing in it says that the lead was not taken. */
  is_plain: boolean;
  /** To be added though it is known today. */
  is_added: boolean;
}

/** A receiver with more shapes than that has none. */
const mostShapesKept = 50;
/** So many are counted one by one, so that it is soon known what is usual. */
const countedApart = 5;

/** Notes shapes: a row for one that was not seen today, or seldom. The first of a destination, where nothing is wrong with it, needs no look. */
export const noteShapes = (
  _scope: PipelineScope,
  seen: readonly SeenShape[],
  nowMs: number,
): Statement<number> => {
  const day = Math.floor(nowMs / 86_400_000);
  return write(
    sql`
      INSERT INTO answer_shapes (destination_id, fingerprint, client_id, count, first_seen_at, last_day, sample, is_judged)
      SELECT j.value ->> 'destination_id', j.value ->> 'fingerprint', j.value ->> 'client_id', j.value ->> 'count', ${nowMs}, ${day},
        j.value ->> 'sample', j.value ->> 'is_plain' AND NOT EXISTS (
          SELECT 1 FROM answer_shapes AS other WHERE other.destination_id = j.value ->> 'destination_id')
      FROM json_each(${JSON.stringify(seen)}) AS j
      WHERE j.value ->> 'is_added' OR EXISTS (SELECT 1 FROM answer_shapes AS same
          WHERE same.destination_id = j.value ->> 'destination_id' AND same.fingerprint = j.value ->> 'fingerprint'
            AND (same.last_day < ${day} OR same.count < ${countedApart}))
        OR NOT EXISTS (SELECT 1 FROM answer_shapes AS same
          WHERE same.destination_id = j.value ->> 'destination_id' AND same.fingerprint = j.value ->> 'fingerprint')
        AND (SELECT count(*) FROM answer_shapes AS other WHERE other.destination_id = j.value ->> 'destination_id') < ${mostShapesKept}
      ON CONFLICT DO UPDATE SET count = answer_shapes.count + excluded.count, last_day = excluded.last_day`.compile(
      queries,
    ),
  );
};

/** A shape that is known of a destination. */
export type NotedShape = Pick<
  AnswerShapesTable,
  "destination_id" | "fingerprint" | "count" | "sample" | "is_judged"
>;

/** All shapes of these destinations, as far as any of theirs is still to be looked at. */
export const shapesToJudge = (
  _scope: PipelineScope,
  destinationIds: readonly string[],
): Statement<NotedShape[]> =>
  rowsOf(
    sql<NotedShape>`
      SELECT s.destination_id, s.fingerprint, s.count, s.sample, s.is_judged
      FROM json_each(${JSON.stringify(destinationIds)}) AS j CROSS JOIN answer_shapes AS s ON s.destination_id = j.value
      WHERE EXISTS (SELECT 1 FROM answer_shapes AS new WHERE new.destination_id = j.value AND new.is_judged = 0)`.compile(
      queries,
    ),
    (row) => row,
  );

/** Those were looked at. */
export const shapesJudged = (
  _scope: PipelineScope,
  shapes: readonly Pick<NotedShape, "destination_id" | "fingerprint">[],
): Statement<number> =>
  write(
    sql`
      UPDATE answer_shapes SET is_judged = 1 WHERE (destination_id, fingerprint) IN (
        SELECT value ->> 0, value ->> 1 FROM json_each(${JSON.stringify(shapes.map(({ destination_id, fingerprint }) => [destination_id, fingerprint]))}))`.compile(
      queries,
    ),
  );
