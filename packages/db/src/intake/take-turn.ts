import { sql } from "kysely";
import type { PipelineScope } from "../scope.ts";
import { mapResult, queries, rowsOf, type Statement } from "../statement.ts";

/**
 * Takes the next free turn to commit, `turnMs` long; returns when it begins, ms UTC. Of any number of consumers that conflicted each
 * gets a time of its own. What is taken further ahead than `longestMs` is nobody's: a clock was wrong, or there is a crowd.
 */
export const takeTurn = (
  _scope: PipelineScope,
  { nowMs, turnMs, longestMs }: { nowMs: number; turnMs: number; longestMs: number },
): Statement<number> =>
  mapResult(
    rowsOf(
      sql<{ begins_at: number }>`
        UPDATE commit_turns
        SET free_at = ${turnMs} + CASE WHEN free_at BETWEEN ${nowMs} AND ${nowMs + longestMs} THEN free_at ELSE ${nowMs} END
        WHERE id = 1
        RETURNING free_at - ${turnMs} AS begins_at`.compile(queries),
      (row) => row.begins_at,
    ),
    ([beginsAt]) => beginsAt ?? nowMs,
  );
