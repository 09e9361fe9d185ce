import { z } from "@hono/zod-openapi";
import { standingStates } from "@leadrelay/core/explain/destination-standing";

const count = z.int().min(0);

/** How a destination stands now, as far as it follows from its settings, its counts and its last tries. */
export const standingFields = {
  state: z.enum(standingStates).openapi({
    description:
      "`paused`: somebody switched it off. `gone`, `given_up`: it was switched off by itself. `closed`, `full`, `behind`: by its hours and caps. `down`, `refusing`: it is asked by one lead at a time. `slow`, `shaky`: its last answers came late, or did not come.",
  }),
  words: z.string().openapi({
    description: "As they follow its name.",
    example: "is full until 18:00 IST (50 of 50 an hour)",
  }),
  since: z.int().nullable(),
  until: z
    .int()
    .nullable()
    .openapi({ description: "When it takes leads again, or is asked whether it does; null: nobody knows." }),
};

export const standingSchema = z
  .object({
    destination_id: z.string(),
    ...standingFields,
    caps: z.array(z.string()).openapi({ description: "How far each is used.", example: ["12 of 50 a day"] }),
    last_delivered_at: z
      .int()
      .nullable()
      .openapi({ description: "When it took a lead last; null: not yesterday nor today (UTC)." }),
    hours: z
      .array(
        z.object({
          at: z.int().openapi({ description: "When the hour begins, ms UTC." }),
          delivered: count,
          dead: count.openapi({ description: "That died in it, whatever became of them since." }),
        }),
      )
      .openapi({
        description:
          "The last 24, the one under way last. What was settled while the database was away is in none.",
      }),
  })
  .openapi("DestinationStanding");
