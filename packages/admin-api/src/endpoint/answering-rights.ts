import type { Access } from "../access/access.ts";

/**
 * The rights a request was answered under, a word each. Clients of an agency that the caller has as a whole come and go: their right is
 * the agency's.
 */
export function answeringRights(access: Access): string[] {
  const ofAgencies = new Set(wideGrants(access).flatMap(({ clients }) => clients.map(({ id }) => id)));
  return rightsOf(
    access,
    access.scope.clients.filter(({ id }) => !ofAgencies.has(id)),
  );
}

/** Whether a caller has all those rights now: who has fewer must not be answered what was answered then. */
export function stillHolds(access: Access, rights: readonly string[]): boolean {
  const held = new Set(rightsOf(access, access.scope.clients));
  return rights.every((right) => held.has(right));
}

const rightsOf = (access: Access, clients: Access["scope"]["clients"]): string[] => [
  ...(access.scope.isInstallation ? ["installation"] : []),
  ...wideGrants(access).flatMap(({ agencyId, permissions }) => [
    `agency ${agencyId}`,
    ...(permissions.has("contacts:read") ? [`contacts of agency ${agencyId}`] : []),
  ]),
  ...clients.flatMap(({ id, masked }) => [`client ${id}`, ...(masked ? [] : [`contacts of client ${id}`])]),
];

const wideGrants = ({ caller, scope }: Access) =>
  (caller?.grants ?? []).filter(
    ({ agencyWide, agencyId }) => agencyWide && scope.agencyIds.includes(agencyId),
  );
