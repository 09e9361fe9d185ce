import { sql, type RawBuilder } from "kysely";
import { mapResult, queries, rowsOf, type Statement } from "../statement.ts";

/** Places beyond are not begun at: finding one reads every index entry before it. */
const mostPlaces = 10_000;

/**
 * The id at this place, in order of id, of the rows that `from` tells of, counted round; undefined where there are none.
 * @param from `FROM …  WHERE …` with a partial index on `id`
 */
export const idAtPlace = (from: RawBuilder<unknown>, place: number): Statement<string | undefined> =>
  mapResult(
    rowsOf(
      sql<{ id: string }>`
        SELECT id ${from} ORDER BY id LIMIT 1
        OFFSET CAST(${place} AS INTEGER) % max(1, (SELECT count(*) FROM (SELECT 1 ${from} LIMIT ${mostPlaces})))`.compile(
        queries,
      ),
      ({ id }) => id,
    ),
    (found) => found.at(0),
  );
