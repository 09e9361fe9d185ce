import { z } from "@hono/zod-openapi";
import { lookFields } from "../brands/brand-schema.ts";

export const agencySchema = z
  .object({
    id: z.string(),
    ...lookFields,
    is_installation: z.boolean().openapi({
      description: "It runs this installation: its owners add agencies and see what belongs to no client.",
    }),
    created_at: z.int(),
    updated_at: z.int(),
    deleted_at: z.int().nullable(),
  })
  .openapi("Agency");

export const agencyParams = z.object({ agency_id: z.string().min(1).max(100) });
export const agencyName = z.string().trim().min(1).max(200);
