import type { DatabaseSizes } from "@leadrelay/core/database-size/judge-size";
import { dayOf } from "@leadrelay/core/statistics/day-of";
import { sql } from "kysely";
import type { PipelineScope } from "../scope.ts";
import { mapResult, queries, rowsOf, write, type Statement } from "../statement.ts";
import type { DatabaseSizesTable } from "../tables/database-sizes-table.ts";

/** A database's size, by its binding name. */
export interface SizeReading {
  database: string;
  bytes: number;
}

/** Days, this one among them. */
const keptDays = 31;
const growthDays = 7;

/** Writes down how large databases are now (ms): a row of each, and an old day's of each removed. */
export const recordSizes = (
  _scope: PipelineScope,
  readings: readonly SizeReading[],
  nowMs: number,
): Statement<number>[] => {
  const wanted = JSON.stringify(readings);
  const day = dayOf(nowMs);
  return [
    write(
      sql`
        INSERT INTO database_sizes (database, day, first_bytes, first_at, bytes, measured_at)
        SELECT value ->> 'database', ${day}, value ->> 'bytes', ${nowMs}, value ->> 'bytes', ${nowMs} FROM json_each(${wanted})
        WHERE true
        ON CONFLICT (database, day) DO UPDATE SET bytes = excluded.bytes, measured_at = excluded.measured_at`.compile(
        queries,
      ),
    ),
    write(
      sql`
        DELETE FROM database_sizes WHERE (database, day) IN (
          SELECT old.database, old.day FROM json_each(${wanted}) AS reading
          CROSS JOIN database_sizes AS old ON old.database = reading.value ->> 'database' AND old.day <= ${day - keptDays}
        )`.compile(queries),
    ),
  ];
};

/** What is known of each of these databases' size, in their order: its last reading, and the first of the last seven days. Those never read are left out. */
export const recordedSizes = (
  _scope: PipelineScope,
  databases: readonly string[],
  nowMs: number,
): Statement<DatabaseSizes[]> =>
  mapResult(
    rowsOf(
      sql<DatabaseSizesTable>`
        SELECT s.* FROM json_each(${JSON.stringify(databases)}) AS wanted
        CROSS JOIN database_sizes AS s ON s.database = wanted.value AND s.day > ${dayOf(nowMs) - growthDays}
        ORDER BY wanted.key, s.day`.compile(queries),
      (row) => row,
    ),
    (rows) =>
      [...Map.groupBy(rows, ({ database }) => database)].flatMap(([database, days]) => {
        const [first, last] = [days.at(0), days.at(-1)];
        return first === undefined || last === undefined
          ? []
          : [
              {
                database,
                first: { bytes: first.first_bytes, at: first.first_at },
                last: { bytes: last.bytes, at: last.measured_at },
              },
            ];
      }),
  );
