import type { AuditAction } from "@leadrelay/contracts/audit-actions";
import type { z } from "@hono/zod-openapi";
import type { Access } from "../access/access.ts";
import { agencyOf } from "../access/agency-of.ts";
import type { AuditEntry } from "../access/audit-entry.ts";
import type { groupBody } from "./group-step.ts";

/** What the audit log keeps of a step on a group of letters; nothing of a step that changed none. */
export const auditGroup = (
  access: Access,
  action: AuditAction,
  { client_id, destination_id, kind, cause, status_code, fingerprint }: z.output<typeof groupBody>,
  detail: { count: number; reason?: string },
): AuditEntry[] =>
  detail.count === 0
    ? []
    : [
        {
          agencyId: agencyOf(access, client_id),
          clientId: client_id,
          action,
          subject: { kind: "dead_letter_group", id: fingerprint === "" ? cause : fingerprint },
          detail: { kind, cause, destination_id, status_code, ...detail },
        },
      ];
