import { z } from "@hono/zod-openapi";

/** Why somebody gives something up; kept, and shown to the client's people. */
export const reasonBody = z.strictObject({
  reason: z.string().trim().min(1).max(500).openapi({ description: "Without contact details: it is kept." }),
});
