import { findRoute } from "@leadrelay/db/routes/find-route";
import type { RouteDetails } from "@leadrelay/db/routes/route";
import { runOne } from "@leadrelay/db/run-batch";
import type { OperatorScope } from "@leadrelay/db/scope";
import type { AdminDependencies } from "../dependencies.ts";
import { apiProblem, notFound } from "../problems/api-problem.ts";

/** The route with this id, deleted or not. Throws the 404 that hides other tenants. */
export async function readRoute(
  id: string,
  scope: OperatorScope,
  { control }: Pick<AdminDependencies, "control">,
): Promise<RouteDetails> {
  const [found] = await runOne(control, findRoute(scope, id));
  if (found === undefined) throw notFound("route");
  return found;
}

/** The same, to be changed. Throws the 409 of a route that was deleted. */
export async function readLiveRoute(...asked: Parameters<typeof readRoute>): Promise<RouteDetails> {
  const route = await readRoute(...asked);
  if (route.deleted_at !== null) throw apiProblem("conflict", "This route was deleted: add a new one.");
  return route;
}
