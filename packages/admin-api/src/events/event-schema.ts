import { z } from "@hono/zod-openapi";
import { eventTypes } from "@leadrelay/contracts/event-type";

export const eventSchema = z
  .object({
    id: z.string(),
    client_id: z.string(),
    lead_id: z.string().nullable().openapi({ description: "The lead's public id." }),
    submission_id: z.string().openapi({ description: "What brought it about." }),
    type: z.enum(eventTypes),
    payload: z.unknown().openapi({
      description: "What destinations are sent, frozen; null for those who see contacts masked.",
    }),
    masked: z.boolean(),
    created_at: z.int().openapi({ description: "Milliseconds UTC." }),
  })
  .openapi("Event");
