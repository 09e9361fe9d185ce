import type { PlacedRole } from "@leadrelay/db/operators/roles-in-agencies";
import type { AuditEntry } from "../access/audit-entry.ts";

/** What the audit log keeps of an operator's roles: an entry for each place, with what they were and are there. */
export function auditRoles(
  operatorId: string,
  action: "operator.removed" | "operator.role_changed",
  { before, after }: { before: readonly PlacedRole[]; after: readonly PlacedRole[] },
): AuditEntry[] {
  const places = Map.groupBy([...before, ...after], placeOf);
  return [...places].flatMap(([place, [first]]) => {
    if (first === undefined) return [];
    const roleIn = (roles: readonly PlacedRole[]) =>
      roles.find((one) => placeOf(one) === place)?.role ?? null;
    return [
      {
        agencyId: first.agency_id,
        clientId: first.client_id,
        action,
        subject: { kind: "operator", id: operatorId },
        detail: { before: roleIn(before), role: roleIn(after) },
      },
    ];
  });
}

const placeOf = ({ agency_id, client_id }: PlacedRole) => JSON.stringify([agency_id, client_id]);
