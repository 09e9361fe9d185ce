import { deadLetterCauses, deadLetterKinds } from "@leadrelay/contracts/dead-letter";
import { unsentRuleFilters, unsentRules } from "@leadrelay/contracts/unsent-rule";
import { z } from "@hono/zod-openapi";

const ids = z.array(z.string().min(1).max(100)).min(1).max(100).optional();
const time = z.int().min(0).optional();

/** What a replay may be about. */
export const replayFilterSchema = z
  .strictObject({
    status: z.enum(["dead", "held", "pending", "cancelled", "any", "unsent"]).openapi({
      description:
        "`dead`: open dead letters. `unsent`: submissions of which nothing was sent, at most 1 000 a plan, the oldest first. Else deliveries in that state; `any`: whatever is not delivered, what died included.",
    }),
    since: time.openapi({
      description: "Milliseconds UTC: failed last (`dead`), submitted (`unsent`) or created then or later.",
    }),
    until: time.openapi({ description: "Then or before; what fails or comes later is not the plan's." }),
    client_ids: ids,
    form_ids: ids,
    destination_ids: ids.openapi({
      description: "With `unsent`: sent to these alone, whatever they take, tests too.",
    }),
    rules: z
      .array(z.enum(unsentRuleFilters))
      .min(1)
      .max(unsentRuleFilters.length)
      .optional()
      .openapi({ description: "Only with `unsent`: not sent by these; `duplicate` stands for its three." }),
    submission_ids: z
      .array(z.string().min(1).max(100))
      .min(1)
      .max(1_000)
      .optional()
      .openapi({ description: "Only with `unsent`: these submissions, whatever else would be found." }),
    kinds: z
      .array(z.enum(deadLetterKinds))
      .min(1)
      .max(deadLetterKinds.length)
      .refine((kinds) => new Set(kinds).size === kinds.length, "should name each kind once")
      .optional()
      .openapi({ description: "Only with `dead`, as those below; `delivery` alone when absent." }),
    causes: z.array(z.enum(deadLetterCauses)).min(1).max(100).optional(),
    status_codes: z
      .array(z.int().min(0).max(999))
      .min(1)
      .max(100)
      .optional()
      .openapi({ description: "The receiver's last answer; 0 where none came." }),
    fingerprints: z.array(z.string().max(64)).min(1).max(100).optional(),
  })
  .openapi("ReplayFilter");

const skipReasons = [
  "delivered",
  "under_way",
  "erased",
  "discarded",
  "destination_disabled",
  "destination_deleted",
  "invalid_message",
  "queue_refuses",
  "released",
  "sent",
  "unmarked",
  "no_destination",
  "takes_no_tests",
  "other_environment",
  "filtered",
  "route_conditions",
  "through_intake",
  "changed",
] as const;

const skippedSchema = z.array(
  z.object({
    reason: z.enum(skipReasons),
    count: z.int(),
    meaning: z.string().openapi({ description: "In plain words." }),
  }),
);

const summarySchema = z
  .object({
    count: z
      .int()
      .openapi({ description: "What would be sent, submissions that go back to the queue included." }),
    messages: z.int().openapi({ description: "Submissions that go back to the queue." }),
    oldest: z.int().nullable().openapi({ description: "Milliseconds UTC." }),
    newest: z.int().nullable(),
    destinations: z.array(
      z.object({ id: z.string(), client_id: z.string(), name: z.string(), count: z.int() }),
    ),
    estimated_ms: z
      .int()
      .nullable()
      .openapi({ description: "At the pace; null without one, and where no delivery was counted." }),
    skipped: skippedSchema,
    is_complete: z
      .boolean()
      .openapi({ description: "false: there is more than was counted; the replay takes it all the same." }),
    release: z
      .object({
        submissions: z.int(),
        rules: z.array(z.object({ rule: z.enum(unsentRules), count: z.int() })),
        leaves_more: z.boolean().openapi({
          description: "The filter finds more than one plan takes: plan again for those, or narrow it.",
        }),
      })
      .nullable()
      .openapi({
        description: "Of what was never sent: how many submissions, by rule. null in other plans.",
      }),
  })
  .openapi("ReplaySummary");

const replayStates = ["empty", "planning", "planned", "running", "done", "cancelled"] as const;

/** The part of a filter that what else waits is found by. */
const elseFilterSchema = z.object({
  status: z.enum(["dead", "held", "pending", "cancelled", "any"]),
  kinds: z.array(z.enum(deadLetterKinds)).optional(),
  client_ids: z.array(z.string()).optional(),
  destination_ids: z.array(z.string()).optional(),
});

export const replaySchema = z
  .object({
    id: z.string().nullable().openapi({ description: "null for an empty plan: there is nothing to apply." }),
    state: z.enum(replayStates),
    filter: replayFilterSchema,
    per_second: z.number().nullable().openapi({
      description: "Requests a second at each destination; null: as fast as they go.",
    }),
    summary: summarySchema.openapi({
      description:
        "As it was when it was planned; of what was looked at so far while the state is `planning`.",
    }),
    elsewhere: z
      .array(
        z
          .object({
            count: z.int(),
            is_more: z.boolean().openapi({ description: "It was counted no further." }),
            meaning: z.string().openapi({ example: "8 wait for their next try" }),
            filter: elseFilterSchema.nullable().openapi({
              description: "What to plan with to send it; null: it goes on by itself.",
            }),
          })
          .openapi("ElseWaiting"),
      )
      .openapi({
        description:
          "Of an empty plan: what else waits of the clients and destinations asked for. Empty in other plans.",
      }),
    examined: z.int().nullable().openapi({
      description: "While the state is `planning`: how many letters or deliveries were looked at. Else null.",
    }),
    created_by: z.string(),
    created_at: z.int(),
    expires_at: z.int().openapi({ description: "Until when it can be applied." }),
    applied_by: z.string().nullable(),
    applied_at: z.int().nullable(),
    finished_at: z
      .int()
      .nullable()
      .openapi({ description: "When the last of its sends had its turn, or it was cancelled." }),
  })
  .openapi("Replay");

export const replayStandingSchema = replaySchema
  .extend({
    progress: z
      .object({
        planned: z.int().openapi({ description: "What the plan counted." }),
        scheduled: z.int().openapi({ description: "Deliveries given a time; the next five add up to it." }),
        delivered: z.int(),
        waiting: z.int().openapi({ description: "To be sent, under way, or held since." }),
        dead: z.int().openapi({ description: "Failed once more, with a letter of its own." }),
        cancelled: z.int(),
        taken_over: z.int().openapi({ description: "Sent again by a later replay, which counts them." }),
        queued: z.int().openapi({ description: "Submissions put back on the queue." }),
        skipped: skippedSchema,
      })
      .openapi("ReplayProgress"),
    estimated_end_at: z
      .int()
      .nullable()
      .openapi({ description: "null without a pace, and where nothing is under way." }),
  })
  .openapi("ReplayStanding");

export const replayParams = z.object({ replay_id: z.string().min(1).max(100) });
