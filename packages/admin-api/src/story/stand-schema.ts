import { z } from "@hono/zod-openapi";
import { deliveryStatuses } from "@leadrelay/contracts/delivery-status";
import type { Stand } from "@leadrelay/core/story/stand";

const due_at = z
  .int()
  .nullable()
  .openapi({ description: "When a delivery is tried next, ms UTC; null where no time is set for that." });

/** What is told of where something stands, beside its state. */
export const standFields = {
  sentence: z.string(),
  next: z.string().openapi({ description: "What moves it on." }),
  due_at,
  missing: z
    .array(
      z.object({
        destination_id: z.string(),
        destination_name: z.string(),
        delivery_id: z.string(),
        state: z
          .enum([...deliveryStatuses, "unconfirmed"])
          .openapi({ description: "`unconfirmed`: it took it, and did not confirm that as it must." }),
        sentence: z.string(),
        next: z.string(),
        due_at,
      }),
    )
    .openapi({
      description:
        "Destinations that have not got it, the worst first, five at most; `state` is the first one's.",
    }),
};

/** The same of a stand. */
export const toStand = ({ sentence, next, due_at = null, missing = [] }: Stand) => ({
  sentence,
  next,
  due_at,
  missing: missing.map((one) => ({
    destination_id: one.destination_id,
    destination_name: one.destination_name,
    delivery_id: one.delivery_id,
    state: one.state,
    sentence: one.sentence,
    next: one.next,
    due_at: one.due_at,
  })),
});
