import { z } from "@hono/zod-openapi";
import { keyPermissions } from "../access/role-permissions.ts";

const permission = z.enum(keyPermissions);

export const accessKeySchema = z
  .object({
    id: z.string().openapi({ example: "lrk_3hT9_xQ2-mZ7pL0aVc4R" }),
    agency_id: z.string(),
    client_id: z.string().nullable().openapi({ description: "null: every client of the agency." }),
    name: z.string(),
    permissions: z.array(permission),
    previous_expires_at: z.int().nullable().openapi({
      description: "After a rotation: the secret before it works until then. Milliseconds UTC.",
    }),
    created_by: z.string().openapi({ description: "The operator's id." }),
    created_at: z.int().openapi({ description: "Milliseconds UTC." }),
    updated_at: z.int(),
    expires_at: z.int().nullable().openapi({ description: "null: never." }),
    revoked_at: z.int().nullable(),
    last_used_at: z.int().nullable().openapi({ description: "To the hour." }),
  })
  .openapi("AccessKey");

export const keyWithSecretSchema = accessKeySchema
  .extend({
    secret: z.string().openapi({ description: "Shown this once." }),
    environment: z
      .string()
      .openapi({ description: "Lines for an .env file: what `leadrelay` and your scripts sign with." }),
  })
  .openapi("AccessKeyWithSecret");

export const accessKeyParams = z.object({ key_id: z.string().min(1).max(100) });
export const accessKeyName = z.string().trim().min(1).max(100);

/** In the order of the vocabulary, each once. */
export const grantedPermissions = z
  .array(permission)
  .min(1)
  .max(100)
  .transform((given) => keyPermissions.filter((permission) => given.includes(permission)))
  .openapi({
    description:
      "Without `contacts:read` a key with `leads:read` sees contact details masked, like a viewer, and a key with `config:write` neither adds a destination nor names an address for one.",
  });

export const keyEnd = z
  .int()
  .positive()
  .nullable()
  .openapi({ description: "When it stops working by itself, milliseconds UTC; null: never." });
