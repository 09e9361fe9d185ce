import { subjectsOfDestination } from "@leadrelay/core/limits/limit-subjects";
import { returnSubject } from "@leadrelay/core/callbacks/plan-return";
import { sql } from "kysely";
import type { PipelineScope } from "../scope.ts";
import { queries, rowsOf, write, type Statement } from "../statement.ts";

/** A destination that was deleted, and of which something may be kept yet. */
export interface DeletedDestination {
  id: string;
  client_id: string;
  /** The D1 binding that has its client's leads. */
  database: string;
}

/** So many that may come back are looked past at most, to find one that may not. */
const mostLookedPast = 100;

/**
 * Those that were deleted by `deletedBy`, or, together with a client that may be restored until then, by `restorableBy` (ms UTC): with those their
 * counts would come back. An idle minute reads the end of an index.
 */
export const destinationsToForget = (
  _scope: PipelineScope,
  { deletedBy, restorableBy }: { deletedBy: number; restorableBy: number },
  limit: number,
): Statement<DeletedDestination[]> =>
  rowsOf(
    sql<DeletedDestination>`
      SELECT * FROM (
        SELECT d.id, d.client_id, c.database_binding AS database
        FROM destinations AS d INDEXED BY destinations_to_forget CROSS JOIN clients AS c ON c.id = d.client_id
        WHERE d.deleted_at <= ${restorableBy} AND d.deleted_at IS NOT NULL AND d.forgotten_at IS NULL
        ORDER BY d.deleted_at LIMIT ${limit})
      UNION ALL
      SELECT found.id, found.client_id, c.database_binding AS database FROM (
        SELECT id, client_id, deleted_at FROM destinations INDEXED BY destinations_to_forget
        WHERE deleted_at > ${restorableBy} AND deleted_at <= ${deletedBy} AND forgotten_at IS NULL
        ORDER BY deleted_at DESC LIMIT ${mostLookedPast}
      ) AS found CROSS JOIN clients AS c ON c.id = found.client_id AND c.deleted_at IS NOT found.deleted_at
      LIMIT ${limit}`.compile(queries),
    (row) => row,
  );

const idsOf = (destinations: readonly DeletedDestination[]) =>
  JSON.stringify(destinations.map(({ id }) => id));

/** Forgets the shapes of their answers, of each at most as many as are kept. In the lead database. */
export const forgetAnswerShapes = (
  _scope: PipelineScope,
  destinations: readonly DeletedDestination[],
): Statement<number> =>
  write(
    sql`DELETE FROM answer_shapes WHERE destination_id IN (SELECT value FROM json_each(${idsOf(destinations)}))`.compile(
      queries,
    ),
  );

/** Forgets what was counted of them, at most `limit` counts. In the lead database. */
export const forgetCounts = (
  _scope: PipelineScope,
  destinations: readonly DeletedDestination[],
  limit: number,
): Statement<number> => {
  const ranges = destinations.flatMap(({ id, client_id }) =>
    [...subjectsOfDestination(id), returnSubject(id)].flatMap((subject) => [
      [client_id, subject, subject],
      // Of sources: what is behind the colon is any text.
      [client_id, `${subject}:`, `${subject}:\uFFFF`],
    ]),
  );
  return write(
    sql`
      DELETE FROM tallies WHERE (client_id, subject, period) IN (
        SELECT t.client_id, t.subject, t.period FROM json_each(${JSON.stringify(ranges)}) AS j CROSS JOIN tallies AS t
          ON t.client_id = j.value ->> 0 AND t.subject BETWEEN j.value ->> 1 AND j.value ->> 2
        LIMIT ${limit})`.compile(queries),
  );
};

/** Forgets what else is kept of them beside their rows, which are marked: nothing is looked for again. In the control database. */
export const forgetDestinations = (
  _scope: PipelineScope,
  destinations: readonly DeletedDestination[],
  nowMs: number,
): Statement<number>[] => {
  const theirs = sql`IN (SELECT value FROM json_each(${idsOf(destinations)}))`;
  return [
    sql`DELETE FROM destination_health WHERE destination_id ${theirs}`,
    sql`DELETE FROM destination_tokens WHERE destination_id ${theirs}`,
    sql`DELETE FROM destination_pace WHERE destination_id ${theirs}`,
    sql`DELETE FROM destination_runs WHERE destination_id ${theirs}`,
    sql`UPDATE destinations SET forgotten_at = ${nowMs} WHERE id ${theirs} AND deleted_at IS NOT NULL`,
  ].map((query) => write(query.compile(queries)));
};
