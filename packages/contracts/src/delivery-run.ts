import * as z from "zod/mini";

/**
 * On queue `deliveries` or `deliveries-slow`: somebody should work through what waits for this destination, oldest first. D1 says what
 * that is and how many may at once: a doubled message ends at once, a lost one is sent again by the sweep.
 */
export const deliveryRunSchema = z.object({
  v: z.literal(1),
  type: z.literal("run"),
  /** The D1 binding its deliveries are in. */
  database: z.string(),
  destination_id: z.string(),
  /** It was sent where slow destinations go: whoever takes it works through it, whatever that queue is called. */
  apart: z.optional(z.boolean()),
});
export type DeliveryRun = z.infer<typeof deliveryRunSchema>;
