import { z } from "@hono/zod-openapi";

const headers = z.record(z.string(), z.string());
const isCut = z.boolean().openapi({ description: "It was longer than what is kept of it." });

/** A request of a try and its answer, as somebody may see it who sees contacts. */
export const exchangeSchema = z
  .object({
    request: z.object({
      method: z.string(),
      url: z.string().openapi({ description: "Of an address that is a secret: its host and end." }),
      headers: headers.openapi({ description: "`…` in the place of what lets in, or signs." }),
      body: z.string().nullable(),
      is_cut: isCut,
    }),
    answer: z
      .object({
        status: z.int(),
        headers: headers.openapi({ description: "Those that people go by." }),
        body: z.string(),
        is_cut: isCut,
      })
      .nullable()
      .openapi({ description: "null: none came." }),
  })
  .openapi("Exchange");
