import { z } from "@hono/zod-openapi";
import { engagementLabels } from "@leadrelay/core/engagement/score-engagement";

/** A visit to a page with a form's tag. */
export const sessionSchema = z
  .object({
    id: z.string(),
    started_at: z.int().openapi({ description: "Milliseconds UTC." }),
    last_seen_at: z.int(),
    duration_seconds: z.int(),
    pages_visited: z.int(),
    clicks: z.int(),
    scroll_percent: z.int().openapi({ description: "How far the page that was read furthest was scrolled." }),
    return_visits: z.int().openapi({ description: "Sessions that this browser had before." }),
    score: z.int().openapi({ description: "0 to 100, of all that is heard of it by now." }),
    label: z.enum(engagementLabels),
    told_score: z.int().nullable().openapi({
      description:
        "What destinations were told with the last submission in it; null: there was none, or nothing was heard of the session yet.",
    }),
    submitted_at: z.int().nullable().openapi({ description: "The last submission in it." }),
    first_page: z
      .string()
      .nullable()
      .openapi({ description: "Without its query, for those who see no contacts." }),
    referrer: z.string().nullable(),
    seen: z.array(z.string()).openapi({
      description: "Pages opened, elements clicked and events that the site named; thirty or so.",
    }),
  })
  .openapi("VisitorSession");
