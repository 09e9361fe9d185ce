import { agencyById, type Agency } from "@leadrelay/db/agencies/agencies";
import { runOne } from "@leadrelay/db/run-batch";
import type { OperatorScope } from "@leadrelay/db/scope";
import type { AdminDependencies } from "../dependencies.ts";
import { notFound } from "../problems/api-problem.ts";

/** The agency with this id. Throws the 404 that hides other tenants. */
export async function readAgency(
  id: string,
  scope: OperatorScope,
  { control }: AdminDependencies,
): Promise<Agency> {
  const [found] = await runOne(control, agencyById(scope, id));
  if (found === undefined) throw notFound("agency");
  return found;
}
