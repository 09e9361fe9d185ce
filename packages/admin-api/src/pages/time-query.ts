import { z } from "@hono/zod-openapi";

/** A time in a filter, ms UTC. */
export const timeQuery = (description: string) =>
  z.coerce
    .number()
    .int()
    .min(0)
    .max(Number.MAX_SAFE_INTEGER)
    .optional()
    .openapi({ description: `${description} Milliseconds UTC.` });

export const idQuery = z.string().min(1).max(100).optional();
