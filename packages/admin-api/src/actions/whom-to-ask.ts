import { neededBy } from "@leadrelay/contracts/command-needs";
import { isInScope } from "@leadrelay/db/scope/is-in-scope";
import type { Access } from "../access/access.ts";
import { computeScope } from "../access/compute-scope.ts";
import type { Permission } from "../access/permissions.ts";
import { rolePermissions } from "../access/role-permissions.ts";

/** Whether the caller has a permission for this client; undefined: for any at all. */
export function may(
  { caller }: Pick<Access, "caller">,
  permission: Permission,
  clientId: string | null | undefined,
): boolean {
  const scope = computeScope(caller?.grants ?? [], permission);
  return scope !== undefined && (clientId === undefined || isInScope(scope, clientId));
}

/** Whom to ask for what takes a permission, in words. An owner may all of it. */
export function whoHas(permission: Permission): string {
  if (permission === "installation:manage") return "an owner of the installation";
  return rolePermissions.client_admin.includes(permission) ? "an owner or admin" : "an owner";
}

/** Whom to ask to have a command run, `leadrelay` aside; null where the caller may run it. */
export function whomToAsk(
  command: string,
  access: Pick<Access, "caller">,
  clientId: string | null | undefined,
): string | null {
  const needed = neededBy(command);
  return needed === undefined || may(access, needed, clientId) ? null : whoHas(needed);
}
