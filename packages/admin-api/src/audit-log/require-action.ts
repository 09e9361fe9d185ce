import { auditActions } from "@leadrelay/contracts/audit-actions";
import { findActions } from "@leadrelay/core/audit/find-actions";
import { apiProblem } from "../problems/api-problem.ts";

/** Throws the 422 of a list by an action that the audit log never has: else it would read that nothing was done. */
export function requireAction(asked: string | undefined): void {
  if (asked === undefined) return;
  const found = findActions(asked, auditActions);
  if (found.kind === "known") return;
  const errors = [{ field: "action", detail: found.sentence }];
  throw apiProblem("invalid", `action: ${found.sentence}.`, { errors });
}
