import { z } from "@hono/zod-openapi";
import { countedOutcomes } from "@leadrelay/contracts/counted-outcomes";
import { refusalReasons } from "@leadrelay/contracts/intake-counts";

const count = z.int().min(0);

const countOfEach = <Name extends string>(names: readonly Name[]) =>
  Object.fromEntries(names.map((name) => [name, count])) as Record<Name, typeof count>;

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
    refused: z.object({ total: count, ...countOfEach(refusalReasons) }).openapi({
      description:
        "Posts that became no submission, by reason, as the producer counted them: now and then one is missing, or counted twice. `no_contact`: no e-mail and no phone was found, as with a wrong mapping; `invalid_contact`: what there was of them reaches nobody.",
    }),
    honeypot: z.object({ total: count, dropped: count, quarantined: count, let_through: count }).openapi({
      description: "Posts with a filled honeypot, by what became of them, counted alike.",
    }),
    deliveries: z
      .object({
        delivered: count,
        dead: count.openapi({
          description:
            "Died that day, and nothing has moved them since: what is replayed is counted no more, and again on the day it dies again.",
        }),
        mended: count.openapi({
          description: "Of the delivered ones: those that had died before, and were replayed.",
        }),
        success_rate: z.number().nullable().openapi({
          description:
            "delivered ÷ (delivered + dead), 0 to 1, of what is settled now; null when nothing is.",
        }),
        latency_p50_ms: z.int().nullable().openapi({
          description:
            "From submission to the receiver's answer; at most 9.6 % off. What a person released or split off is not measured. null when nothing was.",
        }),
        latency_p95_ms: z.int().nullable(),
      })
      .openapi({ description: "On the day of the receiver's answer." }),
    outcomes: z.object(countOfEach(countedOutcomes)).openapi({
      description:
        "What became of leads after they were taken, on the day that it was told. `confirmed` and `unconfirmed`: deliveries of destinations that must confirm what they take; one that is confirmed late is no more unconfirmed. The others: leads that are no tests, each once, as callbacks tell; `returned`: those that were taken back, once for each destination that gave them back.",
    }),
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
        "What `group_by` asked for, most submissions and deliveries first. `id` is null where none is known; of sources and campaigns it is their name.",
    }),
    open_dead_letters: z
      .object({ total: count, by_client: z.array(z.object({ client_id: z.string().nullable(), count })) })
      .openapi({ description: "At this moment, whatever the period and the form." }),
  })
  .openapi("Statistics");

export type Figures = z.input<typeof figuresSchema>;
