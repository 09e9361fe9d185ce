import type { AuditEntry } from "../access/audit-entry.ts";

/**
 * What the audit log keeps of a change to an agency's people: an entry for each client it is about, so that each can see its own, or one
 * of the agency's. None names another client.
 */
export const auditEachClient = (
  { agency_id, client_ids }: { agency_id: string; client_ids: readonly string[] },
  entry: Omit<AuditEntry, "agencyId" | "clientId">,
): AuditEntry[] =>
  (client_ids.length === 0 ? [null] : [...new Set(client_ids)]).map((clientId) => ({
    ...entry,
    agencyId: agency_id,
    clientId,
  }));
