import { z } from "@hono/zod-openapi";
import { standingFields } from "../destination-standings/standing-schema.ts";

const counted = z.object({
  count: z.int(),
  is_more: z.boolean().openapi({ description: "It was counted no further: say `1000+`." }),
});

const backlog = {
  due: counted.openapi({ description: "Pending, and its time has come." }),
  later: counted.openapi({ description: "Pending, for a later attempt." }),
  in_flight: counted.openapi({ description: "Being sent at this moment." }),
  held: counted.openapi({ description: "Its destination takes nothing now: it is off, full or closed." }),
  failing: counted.openapi({
    description: "Of those that are due, now or later: waiting for another try after one that failed.",
  }),
  oldest_due_at: z.int().nullable().openapi({ description: "Milliseconds UTC." }),
};

export const queueStatusSchema = z
  .object({
    server_time: z.int().openapi({ description: "Milliseconds UTC." }),
    ...backlog,
    dead: z.int().openapi({ description: "Open dead letters, all of them." }),
    spilled: counted.nullable().openapi({
      description: "Submissions in KV that the queue refused; null but for the installation's owners.",
    }),
    parked: counted.nullable().openapi({
      description: "Dead letters in KV that D1 did not take; null but for the installation's owners.",
    }),
    queues: z
      .array(z.object({ queue: z.string(), count: z.int().nullable() }))
      .nullable()
      .openapi({
        description:
          "Messages in each queue, as far as the platform tells; null but for the installation's owners.",
      }),
    destinations: z
      .array(
        z.object({
          id: z.string(),
          name: z.string(),
          client_id: z.string(),
          enabled: z.boolean(),
          health: z
            .object({
              state: z.enum(["failing", "slow", "down"]).openapi({
                description:
                  "`failing`: its last try got no answer. `slow`: it answers late and gets a few at a time. `down`: it is asked by one probe at a time, what waits spends no attempts and goes out when it answers.",
              }),
              since: z.int().openapi({ description: "Milliseconds UTC." }),
              next_probe_at: z
                .int()
                .nullable()
                .openapi({ description: "Milliseconds UTC; null but for one that is down." }),
            })
            .nullable()
            .openapi({ description: "What its last tries say of it; null: it answers, and fast." }),
          ...backlog,
          standing: z
            .object(standingFields)
            .openapi({ description: "Why what is held waits there, and until when." }),
          failing_status_code: z.int().nullable().openapi({
            description:
              "The HTTP status that most of the failing ones were answered last; null: they got no answer, or nothing fails.",
          }),
        }),
      )
      .openapi({
        description: "Those with anything waiting, and those that are down; the longest waiting first.",
      }),
  })
  .openapi("QueueStatus");

export type Counted = z.input<typeof counted>;
