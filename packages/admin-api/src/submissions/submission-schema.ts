import { z } from "@hono/zod-openapi";
import { deliveryStatuses } from "@leadrelay/contracts/delivery-status";
import { submissionOutcomes } from "@leadrelay/contracts/submission-outcome";
import { keptAttribution } from "../attribution/attribution-schema.ts";
import { contactFields } from "../pages/contact-fields.ts";

export const submissionSchema = z
  .object({
    id: z.string().openapi({ description: "A JSON caller got it, Make as `lead_submission_public_id`." }),
    lead_id: z
      .string()
      .nullable()
      .openapi({ description: "The lead's public id; null where it was erased." }),
    client_id: z.string(),
    form_id: z.string(),
    submission_number: z.int().openapi({ description: "The lead's first has 1." }),
    outcome: z.enum(submissionOutcomes),
    explanation: z.string().openapi({ description: "Why, in one sentence." }),
    ...contactFields,
    cta: z.string().nullable().openapi({ description: "What was clicked." }),
    page_url: z
      .string()
      .nullable()
      .openapi({ description: "Without its query for those who see contacts masked." }),
    submitted_at: z.int().openapi({ description: "Milliseconds UTC." }),
  })
  .openapi("Submission");

export const submissionDetailsSchema = submissionSchema
  .extend({
    attribution: keptAttribution.openapi({
      description: "How the person came to this submission; null: it is older than the keeping of this.",
    }),
    payload: z.unknown().openapi({
      description: "All that was posted; null for those who see contacts masked.",
    }),
    decision: z.object({
      sentences: z
        .array(z.string())
        .openapi({ description: "Why it was decided so, the most important first." }),
      destinations: z.array(
        z.object({
          id: z.string(),
          name: z.string().nullable(),
          sentence: z.string().openapi({ description: "Whether it hears of it, and why." }),
        }),
      ),
      trace: z
        .unknown()
        .openapi({ description: "The decision as it was recorded; null where none can be read." }),
    }),
    events: z.array(z.object({ id: z.string(), type: z.string(), created_at: z.int() })),
    deliveries: z.array(
      z.object({
        id: z.string(),
        event_id: z.string(),
        destination_id: z.string(),
        destination_name: z.string().nullable(),
        status: z.enum(deliveryStatuses),
        attempts: z.int(),
        last_status_code: z.int().nullable(),
      }),
    ),
    more_deliveries: z
      .boolean()
      .openapi({ description: "These are not all: `/api/deliveries?lead_id=` lists every one." }),
  })
  .openapi("SubmissionDetails");

export const submissionParams = z.object({ submission_id: z.string().min(1).max(100) });
