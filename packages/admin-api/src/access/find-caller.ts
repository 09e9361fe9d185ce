import { apiProblem } from "../problems/api-problem.ts";
import type { AdminDependencies } from "../dependencies.ts";
import type { Caller } from "./caller.ts";
import { findOperator } from "./find-operator.ts";
import { isSameSite } from "./is-same-site.ts";

/** Who asks without a signature, if anybody: an operator by session. Throws the problem of a request that must not be believed. */
export async function findCaller(
  request: Request,
  dependencies: AdminDependencies,
): Promise<Caller | undefined> {
  const operator = await findOperator(request, dependencies);
  if (operator !== undefined && !isSameSite(request, dependencies.publicUrl))
    throw apiProblem(
      "other-site",
      "A change made with a session cookie needs an Origin header that names this server.",
    );
  return operator;
}
