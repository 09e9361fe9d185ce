import { isInScope } from "@leadrelay/db/scope/is-in-scope";
import type { Grant } from "../access/caller.ts";
import { computeScope } from "../access/compute-scope.ts";
import type { Permission } from "../access/permissions.ts";
import { apiProblem } from "../problems/api-problem.ts";

/** A key can do no more than whoever makes it can do at the same place. Throws the 403 that names what is too much. */
export function requireGrantablePermissions(
  grants: readonly Grant[],
  { agency_id, client_id, permissions }: KeyGrant,
): void {
  const beyond = permissions.filter((permission) => {
    const scope = computeScope(grants, permission);
    return client_id === null
      ? scope?.agencyIds.includes(agency_id) !== true
      : scope === undefined || !isInScope(scope, client_id);
  });
  if (beyond.length > 0)
    throw apiProblem(
      "not-permitted",
      `A key can be given only what you may do here, not ${beyond.join(", ")}.`,
    );
}

/** What a key is to be given, and where. */
interface KeyGrant {
  agency_id: string;
  client_id: string | null;
  permissions: readonly Permission[];
}
