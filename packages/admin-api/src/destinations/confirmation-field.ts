import { z } from "@hono/zod-openapi";
import { longestConfirmMinutes } from "@leadrelay/contracts/after-delivery";

/** How long a destination has to confirm what it took. */
export const confirmationField = z
  .strictObject({
    within_minutes: z.int().min(1).max(longestConfirmMinutes).openapi({
      description:
        "Since it took a lead. What is not confirmed by then is marked as that, and told as `delivery.unconfirmed`.",
      example: 15,
    }),
  })
  .openapi("DestinationConfirmation");
