import * as z from "zod/mini";

export const longestConfirmMinutes = 7 * 24 * 60;
const longestReturnDays = 365;
const mostReturnReasons = 50;

/** How long a destination has to say that it has the lead. */
const confirmationSchema = z.strictObject({
  within_minutes: z.int().check(z.minimum(1), z.maximum(longestConfirmMinutes)),
});

export type ConfirmationRule = z.infer<typeof confirmationSchema>;

/** Which leads a destination may give back. */
const returnsSchema = z.strictObject({
  /** The words it may give as a reason, compared without case; absent: any. */
  reasons: z.optional(
    z.array(z.string().check(z.minLength(1), z.maxLength(100))).check(z.maxLength(mostReturnReasons)),
  ),
  /** Since it was delivered; absent: whenever. */
  within_days: z.optional(z.int().check(z.minimum(1), z.maximum(longestReturnDays))),
  /** In a calendar month, UTC; absent: any number. */
  most_per_month: z.optional(z.int().check(z.minimum(0), z.maximum(1_000_000))),
  /** The next of its route gets what it gives back; absent: nobody does. */
  pass_on: z.optional(z.boolean()),
});
export type ReturnRules = z.infer<typeof returnsSchema>;

/** What a destination must say after it took a lead, and what it may give back: `destinations.confirm_json`. */
const afterDeliverySchema = z.strictObject({
  confirmation: z.optional(confirmationSchema),
  returns: z.optional(returnsSchema),
});
export type AfterDelivery = z.infer<typeof afterDeliverySchema>;

/** As it stands in the column; null, and whatever cannot be read: nothing is asked. */
export function readAfterDelivery(text: string | null): AfterDelivery {
  if (text === null) return {};
  try {
    return afterDeliverySchema.safeParse(JSON.parse(text)).data ?? {};
  } catch {
    return {};
  }
}
