import { z } from "@hono/zod-openapi";
import { roleSchema } from "./role-schema.ts";

export const membershipSchema = z
  .object({
    operator_id: z.string(),
    email: z.string(),
    name: z.string(),
    agency_id: z.string(),
    client_id: z
      .string()
      .nullable()
      .openapi({ description: "null for an owner, who has every client of the agency." }),
    role: roleSchema,
    created_at: z.int(),
  })
  .openapi("Membership");

export const operatorParams = z.object({ operator_id: z.string().min(1).max(100) });
