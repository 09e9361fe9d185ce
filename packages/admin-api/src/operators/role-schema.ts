import { z } from "@hono/zod-openapi";
import { namesClients, roles } from "@leadrelay/contracts/roles";

/** What a person may be: owner or operator of an agency, admin or viewer of a client. */
export const roleSchema = z.enum(roles).openapi({
  description:
    "`agency_owner`: everything, on every client of the agency. `agency_operator`: works for the clients named. `client_admin`: runs its own client. `client_viewer`: sees it, contact details masked.",
});

/** A role, and where: an owner's role is the agency's, every other one names its clients. */
export const offeredRoleSchema = z
  .strictObject({
    agency_id: z.string().min(1).max(100),
    role: roleSchema,
    client_ids: z
      .array(z.string().min(1).max(100))
      .max(200)
      .transform((ids) => [...new Set(ids)])
      .default([]),
  })
  .refine(({ role, client_ids }) => namesClients(role) === client_ids.length > 0, {
    path: ["client_ids"],
    message: "should name at least one client, and none for an agency_owner",
  });
export type OfferedRole = z.output<typeof offeredRoleSchema>;
