import { z } from "@hono/zod-openapi";
import { leadStands } from "@leadrelay/contracts/lead-stand";
import { leadAttributionSchema } from "../attribution/attribution-schema.ts";
import { contactFields } from "../pages/contact-fields.ts";

export const leadSchema = z
  .object({
    id: z.string().openapi({ description: "Make gets it as `lead_public_id`." }),
    number: z.int().openapi({ description: "Make gets it as `lead_id`. Unique within a lead database." }),
    client_id: z.string(),
    form_id: z.string().openapi({ description: "Of its first submission." }),
    project: z.string().nullable(),
    ...contactFields,
    status: z.string().openapi({ description: "The stage of the client's own pipeline it stands at." }),
    is_test: z.boolean(),
    submission_count: z.int().openapi({
      description:
        "How many submissions it took; a split of it counts as one more, and what went stays counted.",
    }),
    suspicion_score: z.int().openapi({ description: "0 to 100." }),
    first_submitted_at: z.int().openapi({ description: "Milliseconds UTC." }),
    last_submitted_at: z.int(),
    last_sent_at: z.int().nullable().openapi({ description: "null: nothing of it arrived anywhere yet." }),
    crm_lead_id: z.string().nullable(),
    attribution: leadAttributionSchema,
  })
  .openapi("Lead");

/** A lead as the list of them has it. */
export const listedLeadSchema = leadSchema
  .extend({
    client_name: z.string().nullable().openapi({
      description:
        "null where the list can be of one client only: you see no other, or asked for one, or for a form.",
    }),
    stands: z.enum(leadStands).nullable().openapi({
      description:
        "Which of them it was found by. Where `stands` is not asked for, where it stands if nothing of it arrived anywhere yet; null: something did.",
    }),
  })
  .openapi("ListedLead");
export type ListedLead = z.output<typeof listedLeadSchema>;

export const leadParams = z.object({ lead_id: z.string().min(1).max(100) });
