import { z } from "@hono/zod-openapi";

export const actionSchema = z.object({
  operation: z
    .string()
    .openapi({ description: "An operation of this API that you may call.", example: "retryDelivery" }),
  method: z.enum(["POST", "PATCH", "DELETE"]),
  path: z.string(),
  field: z
    .enum(["enabled", "settings"])
    .nullable()
    .openapi({ description: "What of the body it is about; null where it is the whole." }),
  setting: z
    .enum(["address", "key"])
    .nullable()
    .openapi({ description: "What of `settings` is wrong, by what the receiver answered." }),
});

/** What an answer offers to whoever asked. */
export const actionsField = {
  actions: z.array(actionSchema).openapi({ description: "What you may do about it." }),
};
