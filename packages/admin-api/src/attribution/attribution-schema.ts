import { z } from "@hono/zod-openapi";
import { attributionNames } from "@leadrelay/contracts/attribution";

const value = z.string().nullable();

/** How somebody came to a submission. */
const attributionSchema = z
  .object(
    Object.fromEntries(attributionNames.map((name) => [name, value])) as Record<
      (typeof attributionNames)[number],
      typeof value
    >,
  )
  .openapi("Attribution", {
    description:
      "From the form's fields, else the queries of its action, of `page_url` and of `Referer`. Whoever sees contacts masked gets addresses without their query.",
  });

/** null where it was not kept when the row was written. */
export const keptAttribution = attributionSchema.nullable();

export const leadAttributionSchema = z.object({ first: keptAttribution, latest: keptAttribution }).openapi({
  description:
    "How it came the first time, and the latest; null: its submission is older than the keeping of this.",
});
