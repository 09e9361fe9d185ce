import type { PipelineScope } from "../scope.ts";
import { queries, write, type Statement } from "../statement.ts";

/** Ends the session with this id or token, if it belongs to whoever has the session with the other one, which may be the same. */
export function endSession(
  _scope: PipelineScope,
  { ownToken, ...ended }: { ownToken: string } & ({ id: string } | { token: string }),
): Statement<number> {
  const own = queries
    .selectFrom("operator_sessions as own")
    .select("own.operator_id")
    .where("own.token", "=", ownToken);
  const query = queries
    .deleteFrom("operator_sessions")
    .where((row) => ("id" in ended ? row("id", "=", ended.id) : row("token", "=", ended.token)))
    .where("operator_id", "=", own);
  return write(query.compile());
}
