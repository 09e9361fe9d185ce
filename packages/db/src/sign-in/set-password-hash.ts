import type { PipelineScope } from "../scope.ts";
import { queries, write, type Statement } from "../statement.ts";

/** Gives an operator another password and ends all its sessions, in one batch. The first counts 0 when there is none to replace. */
export function setPasswordHash(
  _scope: PipelineScope,
  operator: { id: string; passwordHash: string; now: number },
): [Statement<number>, Statement<number>] {
  const update = queries
    .updateTable("operator_accounts")
    .set({ password: operator.passwordHash, updated_at: new Date(operator.now).toISOString() })
    .where("operator_id", "=", operator.id)
    .where("provider_id", "=", "credential");
  const end = queries.deleteFrom("operator_sessions").where("operator_id", "=", operator.id);
  return [write(update.compile()), write(end.compile())];
}
