import * as z from "zod/mini";

const headers = z.record(z.string(), z.string());

/** What went over the wire in a try, as it is kept: without secrets, and long texts without their end. */
const keptExchangeSchema = z.object({
  request: z.object({
    method: z.string(),
    url: z.string(),
    headers,
    body: z.nullable(z.string()),
    is_cut: z.optional(z.literal(true)),
  }),
  /** null: none came. */
  answer: z.nullable(
    z.object({
      status: z.int(),
      headers,
      body: z.string(),
      is_cut: z.optional(z.literal(true)),
    }),
  ),
});
export type Exchange = z.infer<typeof keptExchangeSchema>;

/** All requests of a try, in order. */
export const exchangesSchema = z.array(keptExchangeSchema);
