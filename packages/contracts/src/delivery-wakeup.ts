import * as z from "zod/mini";

/** Names a delivery row: lead id, event id, destination id. */
const deliveryKeySchema = z.object({
  lead_id: z.int(),
  event_id: z.string(),
  destination_id: z.string(),
});
export type DeliveryKey = z.infer<typeof deliveryKeySchema>;

/**
 * A delivery to wake. `attempts`: how many were spent when this was sent, 0 when absent. An early wake-up whose delivery was
 * tried since then is dropped, because that try sent its own.
 */
const wakeupKeySchema = z.extend(deliveryKeySchema, { attempts: z.optional(z.int()) });
export type WakeupKey = z.infer<typeof wakeupKeySchema>;

/** At most this many deliveries a wake-up, so that a crash leaves at most this many unsettled. */
export const wakeupKeyLimit = 30;

/** A hint on queue `deliveries` that these rows may be due. D1 is the truth: a lost or doubled one is harmless. */
export const deliveryWakeupSchema = z.object({
  v: z.literal(1),
  type: z.literal("wakeup"),
  database: z.string(),
  keys: z.array(wakeupKeySchema),
  /**
   * Requests a second at each destination: each delivery is sent when it is due, not sooner behind the one before. Without it all are
   * sent at once.
   */
  per_second: z.optional(z.number().check(z.positive())),
  /** When it was to come, ms UTC: one that comes much later waited behind others. */
  at: z.optional(z.number()),
});
export type DeliveryWakeup = z.infer<typeof deliveryWakeupSchema>;
