import { z } from "@hono/zod-openapi";
import { deadLetterKinds, deadLetterStates } from "@leadrelay/contracts/dead-letter";
import { deliveryStatuses } from "@leadrelay/contracts/delivery-status";
import { actionsField } from "../actions/action-schema.ts";
import { contactFields } from "../pages/contact-fields.ts";
import { attemptsMade } from "../deliveries/delivery-schema.ts";

export const letterSchema = z
  .object({
    id: z.string(),
    client_id: z.string().nullable().openapi({
      description: "null where no client could be named; only the installation's owners see those.",
    }),
    kind: z.enum(deadLetterKinds),
    cause: z.string().openapi({ example: "refused" }),
    state: z.enum(deadLetterStates),
    what_happened: z.string().openapi({ description: "In plain words." }),
    submission_id: z.string().nullable(),
    lead_id: z.string().nullable().openapi({ description: "The lead's public id." }),
    ...contactFields,
    delivery_id: z
      .string()
      .nullable()
      .openapi({ description: "The delivery it is about, if it is about one." }),
    destination_id: z.string().nullable(),
    destination_name: z.string().nullable(),
    attempts: z.int(),
    last_status_code: z.int().nullable(),
    last_error: z.string().nullable().openapi({
      description:
        "Of a receiver's answer a list gives the status alone to those who see contacts masked, and to all where it seems to quote a contact; its words come with the letter itself.",
    }),
    fingerprint: z
      .string()
      .openapi({ description: "The same for errors that say the same; empty in letters of before." }),
    first_failed_at: z.int().openapi({ description: "Milliseconds UTC, as every time here." }),
    last_failed_at: z.int(),
    settled_by: z
      .string()
      .nullable()
      .openapi({ description: "An operator's or key's id, or `system`; null while it is open." }),
    settled_at: z.int().nullable(),
    settle_reason: z
      .string()
      .nullable()
      .openapi({ description: "null for those who see contacts masked: it is somebody's own words." }),
    created_at: z.int(),
  })
  .openapi("DeadLetter");

export const letterDetailsSchema = letterSchema
  .extend({
    what_next: z.string().openapi({ description: "What to do, in plain words." }),
    ...actionsField,
    settled_by_name: z.string().nullable().openapi({
      description: "An operator's e-mail address, a key's name; the id where neither is known any more.",
    }),
    delivery_status: z.enum(deliveryStatuses).nullable(),
    payload: z.unknown().openapi({
      description:
        "What would be sent again: JSON, or a text that is none; null for those who see contacts masked.",
    }),
    ...attemptsMade,
  })
  .openapi("DeadLetterDetails");

export const letterChangeSchema = z
  .object({
    id: z.string(),
    state: z.enum(deadLetterStates),
    what_next: z.string().openapi({ description: "What happens now, in plain words." }),
  })
  .openapi("DeadLetterChange");

export const letterDiscardedSchema = letterChangeSchema
  .extend({
    at: z
      .int()
      .openapi({ description: "When, in milliseconds UTC: `reopenDeadLetterGroup` takes it for an hour." }),
  })
  .openapi("DeadLetterDiscarded");

export const letterParams = z.object({ dead_letter_id: z.string().min(1).max(100) });
