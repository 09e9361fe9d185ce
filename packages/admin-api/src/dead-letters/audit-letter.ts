import type { AuditAction } from "@leadrelay/contracts/audit-actions";
import type { LetterRecord } from "@leadrelay/db/dead-letters/find-letter";
import type { Access } from "../access/access.ts";
import { agencyOf } from "../access/agency-of.ts";
import type { AuditEntry } from "../access/audit-entry.ts";

/** What the audit log keeps of a letter that was settled. */
export const auditLetter = (
  access: Access,
  { id, client_id, kind }: LetterRecord,
  action: AuditAction,
  detail: Record<string, unknown>,
): AuditEntry => ({
  agencyId: agencyOf(access, client_id),
  clientId: client_id,
  action,
  subject: { kind: "dead_letter", id },
  detail: { kind, ...detail },
});
