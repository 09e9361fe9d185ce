import { z } from "@hono/zod-openapi";

/** How far something of the database is known at the edge. */
export const publishedSchema = z
  .object({
    state: z.enum(["published", "waiting", "withdrawn"]).openapi({
      description:
        "published: the edge knows it, within about a minute everywhere. waiting: it could not be published yet, and is tried again every minute. withdrawn: deleted, and taken from the edge.",
    }),
    since: z.int().nullable().openapi({ description: "Since when it waits, milliseconds UTC." }),
  })
  .openapi("Published");

/** What the stale mark of a row says; a row waits since its last change. */
export function publishedOf(
  row: { updated_at: number; deleted_at: number | null },
  stale: boolean,
): z.output<typeof publishedSchema> {
  if (stale) return { state: "waiting", since: row.updated_at };
  return { state: row.deleted_at === null ? "published" : "withdrawn", since: null };
}
