import { z } from "@hono/zod-openapi";
import { maskText } from "@leadrelay/core/masking/mask-text";
import { maskIp } from "@leadrelay/core/masking/mask-ip";
import type { ListedEntry } from "@leadrelay/db/audit-log/audit-entries";

export const auditEntrySchema = z
  .object({
    id: z.string(),
    agency_id: z.string().nullable(),
    client_id: z.string().nullable(),
    actor: z.object({
      kind: z.enum(["operator", "key", "system"]),
      id: z.string(),
      name: z.string().openapi({ description: "An operator's e-mail address, a key's name." }),
    }),
    action: z.string().openapi({ example: "form.changed" }),
    subject: z.object({ kind: z.string(), id: z.string() }),
    detail: z
      .record(z.string(), z.unknown())
      .openapi({ description: "What changed, without secrets and without contact details." }),
    request_id: z.string().nullable(),
    created_at: z.int().openapi({ description: "Milliseconds UTC." }),
  })
  .openapi("AuditEntry");

/** Kinds whose id is an address or network: of those, who sees contacts masked sees what is around it. */
const addressKinds = new Set(["blocked_ip", "allowed_ip"]);

/** An entry as whoever asks may see it. */
export const toAuditEntry = (row: ListedEntry, masked: boolean): z.input<typeof auditEntrySchema> => ({
  id: row.id,
  agency_id: row.agency_id,
  client_id: row.client_id,
  actor: { kind: row.actor_kind, id: row.actor_id, name: row.actor_name },
  action: row.action,
  subject: {
    kind: row.subject_kind,
    id: masked && addressKinds.has(row.subject_kind) ? maskIp(row.subject_id) : row.subject_id,
  },
  detail: detailOf(row.detail_json, masked),
  request_id: row.request_id,
  created_at: row.created_at,
});

/** What people wrote, which may name somebody as in letters; other texts of those who see contacts masked go through the mask. */
const writtenByPeople = new Set(["reason", "note"]);

function detailOf(json: string, masked: boolean): Record<string, unknown> {
  return JSON.parse(json, (name, value: unknown) => {
    if (!masked || typeof value !== "string") return value;
    return writtenByPeople.has(name) ? "•••" : maskText(value);
  }) as Record<string, unknown>;
}
