import type { AuditAction } from "@leadrelay/contracts/audit-actions";
import { isAgencyRole } from "@leadrelay/contracts/roles";
import type { AuditEntry } from "./audit-entry.ts";
import type { Access } from "./access.ts";
import type { Grant } from "./caller.ts";

/** What was read: rows with contact details, of which those of masked clients do not count. */
interface Read {
  /** As `leads.listed`. */
  action: AuditAction;
  rows: readonly { client_id: string; masked: boolean }[];
  /** What was read where it is one thing; a list is a reading of the client. */
  subject?: AuditEntry["subject"];
  /** Never what was searched for: that is a contact detail. */
  detail?: Record<string, unknown>;
}

/**
 * What clients can see in their audit log of a reading by their agency's people: an entry for each client whose contact details were
 * shown. Keys and the clients' own people are not told of: they read their own.
 */
export function auditReads({ caller, actor }: Access, read: Read): AuditEntry[] {
  if (caller === undefined || actor.kind !== "operator") return [];
  const shown = Map.groupBy(
    read.rows.filter(({ masked }) => !masked),
    ({ client_id }) => client_id,
  );
  return [...shown].flatMap(([clientId, rows]) => {
    const grant = caller.grants.find(
      (one) => isAgencys(one) && one.clients.some(({ id }) => id === clientId),
    );
    if (grant === undefined) return [];
    return [
      {
        agencyId: grant.agencyId,
        clientId,
        action: read.action,
        subject: read.subject ?? { kind: "client", id: clientId },
        detail: { ...read.detail, count: rows.length },
        isRead: true,
      },
    ];
  });
}

/**
 * What clients can see in their audit log of an export, whoever made it: an entry for each client whose contact details are in it, which the further
 * pages add their rows to.
 */
export function auditExport(
  { caller }: Access,
  { rows, id, detail }: Pick<Read, "rows" | "detail"> & { id: string },
): AuditEntry[] {
  const shown = Map.groupBy(
    rows.filter(({ masked }) => !masked),
    ({ client_id }) => client_id,
  );
  return [...shown].map(([clientId, { length }]) => {
    const grant = caller?.grants.find(({ clients }) => clients.some((client) => client.id === clientId));
    return {
      agencyId: grant?.agencyId ?? null,
      clientId,
      action: "leads.exported",
      subject: { kind: "export", id },
      detail: { ...detail, count: length },
      isRead: true,
    };
  });
}

const isAgencys = ({ role }: Grant) => role !== null && isAgencyRole(role);

/** Of a page's rows those that are a client's. */
export const ofClients = <Row extends { client_id: string | null }>(
  rows: readonly Row[],
): (Row & { client_id: string })[] =>
  rows.flatMap((row) => (row.client_id === null ? [] : [{ ...row, client_id: row.client_id }]));
