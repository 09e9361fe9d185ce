import { z } from "@hono/zod-openapi";
import { deadLetterStates } from "@leadrelay/contracts/dead-letter";
import { contactFields } from "../pages/contact-fields.ts";
import { attemptOutcomes, confirmationStates, deliveryStatuses } from "@leadrelay/contracts/delivery-status";
import { mostAttemptsShown } from "@leadrelay/db/deliveries/attempts-made";
import { exchangeSchema } from "./exchange-schema.ts";
import { actionsField } from "../actions/action-schema.ts";

export const deliverySchema = z
  .object({
    id: z.string().openapi({ description: "What receivers get as `make_send_public_id`." }),
    client_id: z.string(),
    lead_id: z
      .string()
      .nullable()
      .openapi({ description: "The lead's public id; null where it was erased." }),
    ...contactFields,
    form_id: z.string().nullable().openapi({ description: "null in deliveries of before it was kept." }),
    destination_id: z.string(),
    destination_name: z.string().nullable(),
    status: z.enum(deliveryStatuses),
    attempts: z.int(),
    max_attempts: z.int(),
    next_attempt_at: z.int().nullable().openapi({ description: "Milliseconds UTC, as every time here." }),
    lease_until: z
      .int()
      .nullable()
      .openapi({ description: "Until when the worker that sends it may take; then the sweep takes over." }),
    settled_at: z.int().nullable(),
    created_at: z.int(),
    last_status_code: z.int().nullable(),
    last_error: z.string().nullable().openapi({
      description:
        "Of a receiver's answer a list gives the status alone to those who see contacts masked, and to all where it seems to quote a contact; its words come with the delivery itself.",
    }),
    dead_letter_id: z.string().nullable(),
    receiver_id: z
      .string()
      .nullable()
      .openapi({ description: "The receiver's own id of it, where it told one." }),
    confirmation: z
      .object({
        state: z.enum(confirmationStates),
        due_at: z.int().nullable().openapi({ description: "Until when it is waited for; null: it is not." }),
        unconfirmed_at: z.int().nullable().openapi({
          description: "Since when it counts as never confirmed; it stays where it was confirmed after all.",
        }),
        confirmed_at: z.int().nullable(),
      })
      .nullable()
      .openapi({ description: "null: it is not taken yet, or its receiver has to confirm nothing." }),
  })
  .openapi("Delivery");

const attemptSchema = z
  .object({
    number: z.int(),
    outcome: z
      .enum(attemptOutcomes)
      .openapi({ description: "`lost`: the worker vanished before it could say." }),
    status_code: z.int().nullable(),
    error: z.string().nullable(),
    started_at: z.int(),
    duration_ms: z.int().nullable(),
  })
  .openapi("DeliveryAttempt");

/** The last tries of a delivery, and where earlier ones are. */
export const attemptsMade = {
  attempts_made: z.array(attemptSchema).openapi({ description: `In order; the last ${mostAttemptsShown}.` }),
  earlier_attempts: z.int().nullable().openapi({
    description:
      "There are more before this number: `/api/deliveries/{delivery_id}?attempts_before=` shows them. null: there are none.",
  }),
};

const watchedAttemptSchema = attemptSchema
  .extend({
    exchanges: z.array(exchangeSchema).nullable().openapi({
      description:
        "Each request of the try and its answer, without secrets. null: it is not kept, or not any more, or who asks sees contacts masked.",
    }),
  })
  .openapi("WatchedAttempt");

export const deliveryDetailsSchema = deliverySchema
  .extend({
    what_next: z
      .string()
      .openapi({ description: "What it waits for and what would move it on, in plain words." }),
    ...actionsField,
    event: z
      .object({
        id: z.string(),
        type: z.string(),
        submission_id: z.string(),
        created_at: z.int(),
        payload: z
          .record(z.string(), z.unknown())
          .nullable()
          .openapi({ description: "What is sent; null for those who see contacts masked." }),
      })
      .nullable()
      .openapi({ description: "null where it was erased." }),
    dead_letter: z
      .object({
        id: z.string(),
        kind: z.string(),
        cause: z.string(),
        state: z.enum(deadLetterStates),
        first_failed_at: z.int(),
        last_failed_at: z.int(),
      })
      .nullable()
      .openapi({ description: "The letter of the failure that ended it last." }),
    ...attemptsMade,
    attempts_made: z
      .array(watchedAttemptSchema)
      .openapi({ description: `In order; the last ${mostAttemptsShown}.` }),
  })
  .openapi("DeliveryDetails");

export const deliveryChangeSchema = z
  .object({
    id: z.string(),
    status: z.enum(deliveryStatuses),
    what_next: z.string().openapi({ description: "What would move it on, in plain words." }),
  })
  .openapi("DeliveryChange");

export const deliveryParams = z.object({ delivery_id: z.string().min(1).max(100) });
