import { z } from "@hono/zod-openapi";

/** RFC 9457 problem details, as every refusal is answered. */
export const problemSchema = z
  .object({
    type: z.string().openapi({ example: "https://leadrelay.dev/problems/not-found" }),
    title: z.string(),
    status: z.int(),
    detail: z.string().openapi({ description: "What was wrong and what to do." }),
    errors: z
      .array(z.object({ field: z.string(), detail: z.string() }))
      .optional()
      .openapi({ description: "The fields at fault." }),
    server_time_seconds: z
      .int()
      .optional()
      .openapi({ description: "Unix time here, for a signature whose timestamp is too far from it." }),
    request_id: z.string().openapi({ description: "Names this request in the log." }),
  })
  .openapi("Problem");
