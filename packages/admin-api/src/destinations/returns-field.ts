import { z } from "@hono/zod-openapi";

/** Which leads a destination may give back; see `ReturnRules`. */
export const returnsField = z
  .strictObject({
    reasons: z
      .array(z.string().trim().min(1).max(100))
      .min(1)
      .max(50)
      .optional()
      .openapi({
        description: "The words that it may give as a reason, in any case of letters; left out: any.",
        example: ["wrong number", "out of area"],
      }),
    within_days: z
      .int()
      .min(1)
      .max(365)
      .optional()
      .openapi({ description: "Since the lead was delivered; left out: whenever." }),
    most_per_month: z
      .int()
      .min(0)
      .max(1_000_000)
      .optional()
      .openapi({ description: "In a calendar month, UTC; left out: any number." }),
    pass_on: z.boolean().optional().openapi({
      description: "Whether the next of its route gets what it gives back; left out: nobody does.",
    }),
  })
  .openapi("DestinationReturns");
