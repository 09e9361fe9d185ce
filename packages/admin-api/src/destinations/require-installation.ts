import { getAdapter } from "@leadrelay/adapters/registry";
import type { OperatorScope } from "@leadrelay/db/scope";
import { apiProblem } from "../problems/api-problem.ts";

/** What a kind sends with belongs to all clients of the installation: whoever sets it up could write in another client's name. Throws the 403. */
export function requireInstallation(scope: OperatorScope, kind: string): void {
  const { isOfInstallation, title } = getAdapter(kind);
  if (isOfInstallation === true && !scope.isInstallation)
    throw apiProblem(
      "not-permitted",
      `${title} sends with what belongs to the whole installation, so an owner of it sets it up: ask one.`,
    );
}
