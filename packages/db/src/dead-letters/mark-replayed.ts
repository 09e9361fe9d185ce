import { sql } from "kysely";
import type { PipelineScope } from "../scope.ts";
import { queries, write, type Statement } from "../statement.ts";

/** Settles letters whose message is back in the queue; `settledBy` is an operator's id or `system`. */
export function markReplayed(
  _scope: PipelineScope,
  letterIds: readonly string[],
  settledBy: string,
  nowMs: number,
): Statement<number> {
  const query = sql`
    UPDATE dead_letters SET state = 'replayed', settled_by = ${settledBy}, settled_at = ${nowMs}
    WHERE id IN (SELECT value FROM json_each(${JSON.stringify(letterIds)})) AND state = 'open'`;
  return write(query.compile(queries));
}
