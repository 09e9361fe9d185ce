import { z } from "@hono/zod-openapi";
import type { Invitation } from "@leadrelay/db/invitations/invitations";
import { roleSchema } from "../operators/role-schema.ts";

export const invitationSchema = z
  .object({
    id: z.string(),
    email: z.string(),
    agency_id: z.string(),
    agency_name: z.string(),
    role: roleSchema,
    client_ids: z.array(z.string()),
    invited_by: z.string(),
    state: z.enum(["open", "accepted", "revoked", "expired"]),
    created_at: z.int(),
    expires_at: z.int(),
  })
  .openapi("Invitation");

export function toInvitationResource(
  { accepted_at, revoked_at, ...invitation }: Invitation,
  nowMs: number,
): z.output<typeof invitationSchema> {
  return { ...invitation, state: stateOf({ accepted_at, revoked_at, ...invitation }, nowMs) };
}

export function stateOf(
  { accepted_at, revoked_at, expires_at }: Pick<Invitation, "accepted_at" | "revoked_at" | "expires_at">,
  nowMs: number,
): "open" | "accepted" | "revoked" | "expired" {
  if (accepted_at !== null) return "accepted";
  if (revoked_at !== null) return "revoked";
  return expires_at <= nowMs ? "expired" : "open";
}
