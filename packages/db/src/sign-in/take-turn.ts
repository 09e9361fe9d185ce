import { sql, type RawBuilder } from "kysely";
import type { PipelineScope } from "../scope.ts";
import { queries, write, type Statement } from "../statement.ts";
import type { AttemptVerdict } from "./count-attempt.ts";

export interface TurnLimit {
  /** What is counted by; never a contact detail. */
  key: string;
  /** So many at once; after that one for each interval. */
  burst: number;
  intervalMs: number;
}

const always = sql`TRUE`;

/**
 * Takes one turn of what is let through in bursts, and then evenly: whoever comes too early is told how long to wait, an interval at most, and
 * takes none. The row's time is when all turns are free again (GCRA: ITU-T I.371, annex A.1). One statement, so that no two take the same.
 * @param condition SQL: takes one only when it holds; what takes none is allowed
 */
export function takeTurn(
  _scope: PipelineScope,
  { key, burst, intervalMs }: TurnLimit,
  { id, now }: { id: string; now: number },
  condition: RawBuilder<unknown> = always,
): Statement<AttemptVerdict> {
  const latest = now + (burst - 1) * intervalMs;
  const query = sql<{ count: number; last_request: number }>`
    INSERT INTO rate_limits (id, key, count, last_request) SELECT ${id}, ${key}, 1, ${now + intervalMs} WHERE ${condition}
    ON CONFLICT (key) DO UPDATE SET
      count = last_request <= ${latest},
      last_request = CASE WHEN last_request <= ${latest} THEN max(last_request, ${now}) + ${intervalMs} ELSE last_request END
    RETURNING count, last_request`;
  return {
    query: query.compile(queries),
    read(rows) {
      const [taken] = rows as [{ count: number; last_request: number }?];
      return taken === undefined || taken.count === 1
        ? { kind: "allowed" }
        : { kind: "too_many", retryAfterMs: taken.last_request - latest };
    },
  };
}

/** Gives a turn back that was taken for nothing, when the condition (SQL) holds. */
export const giveTurnBack = (
  _scope: PipelineScope,
  { key, intervalMs }: TurnLimit,
  condition: RawBuilder<unknown> = always,
): Statement<number> =>
  write(
    sql`UPDATE rate_limits SET last_request = last_request - ${intervalMs} WHERE key = ${key} AND ${condition}`.compile(
      queries,
    ),
  );
