import { findAccessKey } from "@leadrelay/db/access-keys/find-access-key";
import { runOne } from "@leadrelay/db/run-batch";
import type { OperatorScope } from "@leadrelay/db/scope";
import type { AdminDependencies } from "../dependencies.ts";
import { notFound } from "../problems/api-problem.ts";
import { toShownKey, type ShownKey } from "./shown-key.ts";

/** The key with this id. Throws the 404 that hides other tenants. */
export async function readAccessKey(
  id: string,
  scope: OperatorScope,
  { control }: Pick<AdminDependencies, "control">,
): Promise<ShownKey> {
  const [found] = await runOne(control, findAccessKey(scope, id));
  if (found === undefined) throw notFound("access key");
  return toShownKey(found);
}
