import type { AuditAction } from "@leadrelay/contracts/audit-actions";
import type { Actor } from "./caller.ts";

/** What the audit log keeps of a change. `detail` holds no secret and no contact detail. */
export interface AuditEntry {
  agencyId: string | null;
  clientId: string | null;
  /** As `form.updated`. */
  action: AuditAction;
  subject: { kind: string; id: string };
  detail?: Record<string, unknown>;
  /** Contact details were read, and nothing changed. */
  isRead?: boolean;
  /** Who did it, where the request came from nobody yet. */
  actor?: Actor;
}
