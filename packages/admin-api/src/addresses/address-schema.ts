import { z } from "@hono/zod-openapi";
import { networkUsages } from "@leadrelay/contracts/network-usage";

const listed = {
  client_id: z.string(),
  cidr: z.string().openapi({
    description: "Canonical. Who may not see contact details sees a wider network around it.",
    example: "203.0.113.0/24",
  }),
};

export const blockedIpSchema = z
  .object({
    ...listed,
    reason: z.string().nullable(),
    country: z.string().nullable(),
    referrer: z.string().nullable(),
    blocked_at: z.int().openapi({ description: "Milliseconds UTC." }),
    expires_at: z.int().nullable(),
  })
  .openapi("BlockedIp");

export const allowedIpSchema = z
  .object({
    ...listed,
    usage: z.enum(networkUsages).openapi({
      description: "testing: submissions from there are stored as tests. internal: they are ordinary leads.",
    }),
    note: z.string().nullable(),
    created_at: z.int().openapi({ description: "Milliseconds UTC." }),
    expires_at: z.int().nullable(),
  })
  .openapi("AllowedIp");

/** An entry as it was put, and the one that it took the place of (null: none), so that an undo puts that back. */
export const putBlockedIpSchema = z
  .object({ ...blockedIpSchema.shape, replaced: z.union([blockedIpSchema, z.null()]) })
  .openapi("PutBlockedIp");

export const putAllowedIpSchema = z
  .object({ ...allowedIpSchema.shape, replaced: z.union([allowedIpSchema, z.null()]) })
  .openapi("PutAllowedIp");
