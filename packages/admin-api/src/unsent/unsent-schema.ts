import { z } from "@hono/zod-openapi";
import { unsentRules } from "@leadrelay/contracts/unsent-rule";
import { contactFields } from "../pages/contact-fields.ts";

export const unsentSchema = z
  .object({
    id: z.string().openapi({ description: "The submission's." }),
    rule: z.enum(unsentRules).openapi({ description: "Why nothing of it was sent." }),
    explanation: z.string().openapi({ description: "The same in words." }),
    client_id: z.string(),
    form_id: z.string(),
    lead_id: z
      .string()
      .nullable()
      .openapi({ description: "The lead's public id; null where it is no lead's." }),
    ...contactFields,
    submitted_at: z.int().openapi({ description: "Milliseconds UTC." }),
  })
  .openapi("UnsentSubmission");

export const unsentDetailsSchema = unsentSchema
  .extend({
    sentences: z
      .array(z.string())
      .openapi({ description: "All that was decided, the most important first." }),
    setting: z
      .object({
        name: z.string(),
        value: z.union([z.number(), z.literal("on")]),
        from: z.enum(["form", "installation"]),
      })
      .nullable()
      .openapi({ description: "What it was held against; null where the rule measures nothing." }),
    elapsed_minutes: z.number().nullable().openapi({ description: "Since what the setting counts from." }),
    next: z.string().openapi({ description: "What would send it." }),
    released_at: z
      .int()
      .nullable()
      .openapi({ description: "When somebody sent it on purpose, ms UTC; null: nobody did." }),
    released_by: z.string().nullable().openapi({ description: "Who did." }),
  })
  .openapi("UnsentSubmissionDetails");
