import { sql } from "kysely";
import type { PipelineScope } from "../scope.ts";
import { queries, write, type Statement } from "../statement.ts";
import { isOpenAsRead, seenLetters, type ReadLetter } from "./open-as-read.ts";

/** Settles letters whose message is back in the queue and has not failed again yet; `settledBy` is an operator's id or `system`. */
export function markReplayed(
  _scope: PipelineScope,
  letters: readonly ReadLetter[],
  settledBy: string,
  nowMs: number,
): Statement<number> {
  const query = sql`
    UPDATE dead_letters SET state = 'replayed', settled_by = ${settledBy}, settled_at = ${nowMs}
    FROM ${seenLetters(letters)} WHERE ${isOpenAsRead}`;
  return write(query.compile(queries));
}
