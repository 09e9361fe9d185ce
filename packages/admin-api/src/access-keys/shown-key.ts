import type { z } from "@hono/zod-openapi";
import type { AccessKeyDetails } from "@leadrelay/db/access-keys/access-key-details";
import { keyPermissions } from "../access/role-permissions.ts";
import type { AuditEntry } from "../access/audit-entry.ts";
import type { accessKeySchema } from "./access-key-schema.ts";

/** A key as the API shows it. */
export type ShownKey = z.output<typeof accessKeySchema>;

/** A key as it counts: permissions that no key can have any more are not shown, and not granted. */
export const toShownKey = (key: AccessKeyDetails): ShownKey => ({
  ...key,
  permissions: keyPermissions.filter((permission) => key.permissions.includes(permission)),
});

/** What the audit log keeps of a change to a key: never a secret. */
export const auditKey = (
  { id, agency_id, client_id }: ShownKey,
  action: "created" | "changed" | "rotated" | "revoked",
  detail: Record<string, unknown>,
): AuditEntry => ({
  agencyId: agency_id,
  clientId: client_id,
  action: `access_key.${action}`,
  subject: { kind: "access_key", id },
  detail,
});
