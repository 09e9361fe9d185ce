import { z } from "@hono/zod-openapi";
import { deliveryStatuses } from "@leadrelay/contracts/delivery-status";
import { submissionOutcomes } from "@leadrelay/contracts/submission-outcome";
import { identityKinds } from "@leadrelay/core/identity/identity";
import { standFields } from "../story/stand-schema.ts";
import { contactFields } from "../pages/contact-fields.ts";
import { sessionSchema } from "../sessions/session-schema.ts";
import { leadSchema } from "./lead-schema.ts";

const leadSubmissionSchema = z.object({
  id: z.string(),
  submission_number: z.int(),
  ...contactFields,
  form_id: z.string(),
  outcome: z.enum(submissionOutcomes),
  explanation: z.string().openapi({ description: "Why, in one sentence." }),
  lead_source: z
    .string()
    .nullable()
    .openapi({ description: "As destinations were told; null where they were not." }),
  source_team: z.string().nullable(),
  searched_keyword: z.string().nullable(),
  cta: z.string().nullable(),
  page_url: z.string().nullable(),
  submitted_at: z.int(),
});

const leadDeliverySchema = z.object({
  id: z.string(),
  submission_id: z.string(),
  event_id: z.string(),
  destination_id: z.string(),
  destination_name: z.string().nullable(),
  status: z.enum(deliveryStatuses),
  attempts: z.int(),
  last_status_code: z.int().nullable(),
  created_at: z.int(),
});

export const leadDetailsSchema = leadSchema
  .extend({
    user_agent: z.string().nullable(),
    identities: z
      .array(
        z.object({
          kind: z.enum(identityKinds),
          value: z
            .string()
            .nullable()
            .openapi({ description: "Masked as contact details are; null where it is not kept." }),
        }),
      )
      .openapi({ description: "What the person was recognised by, in the submissions shown." }),
    suspicion: z.array(z.string()).openapi({
      description: "Why its last submission looks suspicious, in words; none where it does not.",
    }),
    engagement_score: z.int().nullable().openapi({
      description:
        "0 to 100, of the session it was submitted in last, as far as that is heard of by now; null: none is known.",
    }),
    session_id: z.string().nullable().openapi({ description: "That session." }),
    sessions: z.array(sessionSchema).openapi({
      description: "What its browser did on pages with the form's tag, newest first; ten at most.",
    }),
    related: z
      .array(
        z.object({
          id: z.string(),
          project: z.string().nullable(),
          status: z.string(),
          last_submitted_at: z.int(),
        }),
      )
      .openapi({
        description: "Other projects that the same e-mail address or phone number asked for; ten at most.",
      }),
    resembles: z
      .array(
        z.object({
          lead_id: z.string(),
          kind: z.enum(identityKinds).openapi({ description: "What it has in common." }),
          differs: z.array(z.enum(["email", "phone", "name"])),
        }),
      )
      .openapi({
        description:
          "Leads of the same project that it was not taken for, because these details show another person.",
      }),
    submissions: z
      .array(leadSubmissionSchema)
      .openapi({ description: "The newest 20; the timeline goes on." }),
    deliveries: z.array(leadDeliverySchema).openapi({ description: "Of the submissions shown." }),
    more_deliveries: z
      .boolean()
      .openapi({ description: "There may be more than these: `/api/deliveries?lead_id=` lists every one." }),
    stands: z
      .object({
        state: z.string(),
        ...standFields,
      })
      .nullable()
      .openapi({ description: "Where its deliveries are." }),
  })
  .openapi("LeadDetails");
