import { z } from "@hono/zod-openapi";

const count = z.int().min(0);

const figuresSchema = z
  .object({
    submissions: z
      .object({
        total: count,
        new_lead: count,
        duplicate: count,
        reengaged: count,
        test: count,
        blocked: count,
      })
      .openapi({ description: "By what they turned out to be, on the day they came in." }),
    deliveries: z
      .object({
        delivered: count,
        dead: count.openapi({ description: "A delivery that is replayed and fails again counts again." }),
        success_rate: z
          .number()
          .nullable()
          .openapi({ description: "delivered ÷ (delivered + dead), 0 to 1; null when neither happened." }),
        latency_p50_ms: z.int().nullable().openapi({
          description:
            "From submission to the receiver's answer; at most 9.6 % off. null when nothing was measured.",
        }),
        latency_p95_ms: z.int().nullable(),
      })
      .openapi({ description: "On the day of the receiver's answer." }),
  })
  .openapi("StatisticsFigures");

const date = z.string().openapi({ example: "2026-11-21" });

export const statisticsSchema = z
  .object({
    from: date,
    to: date,
    totals: figuresSchema,
    days: z
      .array(figuresSchema.extend({ date }))
      .openapi({ description: "Every day of the period, in order." }),
    groups: z.array(figuresSchema.extend({ id: z.string().nullable() })).openapi({
      description:
        "What `group_by` asked for, most submissions and deliveries first. `id` is null where none is known.",
    }),
    open_dead_letters: z
      .object({ total: count, by_client: z.array(z.object({ client_id: z.string().nullable(), count })) })
      .openapi({ description: "At this moment, whatever the period and the form." }),
  })
  .openapi("Statistics");

export type Figures = z.input<typeof figuresSchema>;
