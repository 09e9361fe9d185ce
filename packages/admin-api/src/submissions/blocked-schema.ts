import { z } from "@hono/zod-openapi";
import { contactFields } from "../pages/contact-fields.ts";

export const blockedSchema = z
  .object({
    id: z.string(),
    client_id: z.string(),
    form_id: z.string(),
    ...contactFields,
    project: z.string().nullable(),
    ip: z.string().openapi({ description: "Its network for those who see contacts masked." }),
    matched_cidr: z.string().openapi({ description: "The entry of the list that blocked it." }),
    country: z.string().nullable(),
    referrer: z.string().nullable(),
    submitted_at: z.int().openapi({ description: "Milliseconds UTC." }),
  })
  .openapi("BlockedSubmission");

export const blockedDetailsSchema = blockedSchema
  .extend({
    payload: z.unknown().openapi({
      description: "All that was posted; null for those who see contacts masked.",
    }),
  })
  .openapi("BlockedSubmissionDetails");
