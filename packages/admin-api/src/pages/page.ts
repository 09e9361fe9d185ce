import { z } from "@hono/zod-openapi";

const pageSizes = { smallest: 1, usual: 50, largest: 100 };

/** What every list takes. */
export const pageQuery = z.strictObject({
  cursor: z.string().max(2000).optional().openapi({ description: "`next_cursor` of the page before." }),
  limit: z.coerce
    .number()
    .int()
    .min(pageSizes.smallest)
    .max(pageSizes.largest)
    .default(pageSizes.usual)
    .openapi({ description: "How many at most." }),
});

/** For lists over several clients. */
export const clientFilter = z
  .string()
  .min(1)
  .max(100)
  .optional()
  .openapi({ description: "Of this client only." });

/** For lists that hide what was deleted. */
export const deletedToo = z
  .enum(["true", "false"])
  .default("false")
  .transform((text) => text === "true")
  .openapi({ description: "`true`: deleted ones too." });

/** A page of things, newest first. */
export const pageOf = <Item extends z.ZodType>(item: Item) =>
  z.object({
    items: z.array(item),
    next_cursor: z
      .string()
      .nullable()
      .openapi({ description: "Where the list goes on; null at its end. A short page may have one." }),
  });
