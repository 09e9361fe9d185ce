import type { OperatorScope } from "@leadrelay/db/scope";
import { apiProblem } from "../problems/api-problem.ts";

/** The scope without clients whose contact details are masked: a search would tell what the mask hides. Throws the 403 when that leaves none. */
export function searchableScope(scope: OperatorScope): OperatorScope {
  const clients = scope.clients.filter(({ masked }) => !masked);
  if (clients.length === 0 && scope.clients.length > 0)
    throw apiProblem(
      "not-permitted",
      "You see contact details masked, and so do not search by them. Ask by an id.",
    );
  return { ...scope, clients };
}
