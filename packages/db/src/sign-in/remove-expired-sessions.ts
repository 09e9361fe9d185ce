import type { PipelineScope } from "../scope.ts";
import { queries, write, type Statement } from "../statement.ts";

/** Removes an operator's sessions that ran out by themselves: their cookies are never seen again. `now` in ms UTC. */
export function removeExpiredSessions(
  _scope: PipelineScope,
  operatorId: string,
  now: number,
): Statement<number> {
  const query = queries
    .deleteFrom("operator_sessions")
    .where("operator_id", "=", operatorId)
    .where("expires_at", "<", new Date(now).toISOString());
  return write(query.compile());
}
