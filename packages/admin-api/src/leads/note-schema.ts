import { z } from "@hono/zod-openapi";

export const noteSchema = z
  .object({
    id: z.string(),
    lead_id: z.string(),
    author_kind: z.enum(["operator", "key"]),
    author_name: z.string(),
    text: z.string(),
    created_at: z.int(),
  })
  .openapi("Note");
