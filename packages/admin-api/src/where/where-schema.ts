import { z } from "@hono/zod-openapi";
import type { StandState } from "@leadrelay/core/story/stand";
import { actionsField } from "../actions/action-schema.ts";
import { leadAttributionSchema } from "../attribution/attribution-schema.ts";
import { contactFields } from "../pages/contact-fields.ts";
import { standFields } from "../story/stand-schema.ts";
import { stepSchema } from "../story/step-schema.ts";

const states = {
  pending: true,
  in_flight: true,
  held: true,
  delivered: true,
  confirmed: true,
  unconfirmed: true,
  dead: true,
  skipped: true,
  cancelled: true,
  nothing_to_send: true,
  blocked: true,
  quarantined: true,
  released: true,
  spilled: true,
  waiting_for_storage: true,
  payload_kept: true,
  parked: true,
  dead_letter: true,
  replayed: true,
  discarded: true,
} satisfies Record<StandState, true>;

const standsSchema = z.object({
  state: z.enum(Object.keys(states) as [StandState, ...StandState[]]),
  ...standFields,
  ...actionsField,
});

const clientName = z.string().nullable().openapi({ description: "What its client is called." });

const storySchema = z.object({
  client_id: z.string().nullable(),
  client_name: clientName,
  ...contactFields,
  lead_id: z.string().nullable(),
  submission_id: z.string().nullable().openapi({ description: "null: it is a lead's story." }),
  attribution: leadAttributionSchema.nullable().openapi({ description: "null where it is no lead's story." }),
  steps: z.array(stepSchema).openapi({ description: "In order." }),
  stands: standsSchema.nullable(),
});

const candidateSchema = z.object({
  kind: z
    .enum(["lead", "submission"])
    .openapi({ description: "`submission`: not stored as a lead's yet, or blocked." }),
  id: z.string().openapi({ description: "Ask for it to be told its story." }),
  client_id: z.string().nullable(),
  client_name: clientName,
  ...contactFields,
  project: z.string().nullable(),
  is_test: z.boolean().nullable(),
  at: z.int().openapi({ description: "When it was submitted last, ms UTC." }),
});

export const whereSchema = z
  .object({
    found: z.boolean(),
    asked_by: z.enum(["email", "phone", "id"]),
    story: storySchema.nullable().openapi({ description: "Of the newest of the candidates." }),
    candidates: z.array(candidateSchema).openapi({ description: "All that was found, newest first." }),
    sentences: z
      .array(z.string())
      .openapi({ description: "What was not looked through, and where else to look." }),
  })
  .openapi("WhereIsMyLead");
