import * as z from "zod/mini";
import { attemptOutcomes } from "./delivery-status.ts";
import { capSchema, mostLimits } from "./destination-limits.ts";
import { wakeupKeyLimit } from "./delivery-wakeup.ts";

const longestText = 2_000;
const text = z.string().check(z.maxLength(longestText));

/** What `settleDeliveries` writes of one try. Times in ms. */
const settledAttemptSchema = z.object({
  lead_id: z.int(),
  event_id: text,
  destination_id: text,
  client_id: text,
  number: z.int(),
  outcome: z.enum(attemptOutcomes),
  status_code: z.nullable(z.int()),
  error: z.nullable(text),
  started_at: z.number(),
  duration_ms: z.number(),
  status: z.enum(["delivered", "skipped", "pending", "dead"]),
  next_attempt_at: z.nullable(z.number()),
  bucket: z.int(),
  is_unspent: z.optional(z.literal(1)),
  is_notice: z.optional(z.literal(1)),
  tells: z.optional(z.enum(["failing", "recovered"])),
  taken: z.optional(
    z
      .array(
        z.object({
          subject: text,
          period: text,
          ends_at: z.nullable(z.number()),
          against: z.optional(
            z.object({
              caps: z.array(capSchema).check(z.maxLength(mostLimits.caps)),
              until: z.nullable(z.number()),
              time_zone: text,
            }),
          ),
        }),
      )
      .check(z.maxLength(mostLimits.caps)),
  ),
  kept_json: z.optional(text),
  receiver_id: z.optional(text),
  links_lead: z.optional(z.literal(1)),
  is_confirmed: z.optional(z.literal(1)),
  confirm_within: z.optional(z.int()),
  dead_letter: z.nullable(z.object({ id: text, cause: z.enum(["exhausted", "refused", "gone", "lost"]) })),
});

/**
 * On queue `deliveries`: what sends came to that could not be written, because D1 was away. Only whoever sent them knows; carried in a
 * message it outlives the invocation, and holds up no lead behind it. Written twice it does no harm.
 */
export const deliverySettlementSchema = z.object({
  v: z.literal(1),
  type: z.literal("settlement"),
  /** The D1 binding the deliveries are in. */
  database: text,
  sent: z
    .array(
      z.object({
        public_id: text,
        /** The destination's settings as they were, sealed: a 410 speaks of those. */
        sealed_settings: z.string().check(z.maxLength(20_000)),
        attempt: settledAttemptSchema,
      }),
    )
    .check(z.maxLength(wakeupKeyLimit)),
});
export type DeliverySettlement = z.infer<typeof deliverySettlementSchema>;
