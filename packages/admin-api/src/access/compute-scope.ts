import type { OperatorScope, ScopedClient } from "@leadrelay/db/scope";
import type { Grant } from "./caller.ts";
import type { Permission } from "./permissions.ts";

/** What a caller may touch with a permission; undefined when it has that permission nowhere. */
export function computeScope(grants: readonly Grant[], permission: Permission): OperatorScope | undefined {
  const granting = grants.filter((grant) => has(grant, permission));
  if (granting.length === 0) return undefined;
  const clients = new Map<string, ScopedClient>();
  for (const grant of granting)
    for (const { id, database } of grant.clients)
      clients.set(id, { id, database, masked: !seesContacts(grants, id) });
  const wide = granting.filter(({ agencyWide }) => agencyWide);
  return {
    kind: "operator",
    clients: [...clients.values()],
    agencyIds: [...new Set(wide.map(({ agencyId }) => agencyId))],
    isInstallation: wide.some((grant) => has(grant, "installation:manage")),
  };
}

function has(grant: Grant, permission: Permission): boolean {
  if (permission === "installation:manage" && !grant.ofInstallation) return false;
  return grant.permissions.has(permission);
}

const seesContacts = (grants: readonly Grant[], clientId: string) =>
  grants.some(
    (grant) => grant.permissions.has("contacts:read") && grant.clients.some(({ id }) => id === clientId),
  );
