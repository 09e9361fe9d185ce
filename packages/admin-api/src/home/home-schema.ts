import { z } from "@hono/zod-openapi";
import { needKinds, severities } from "@leadrelay/core/needs/need";

const count = z.int().min(0);
const time = z.int().nullable().openapi({ description: "Milliseconds UTC." });
const latency = z.int().nullable().openapi({
  description:
    "From submission to the receiver's answer, of today and yesterday (UTC); null when nothing was measured.",
});

const needSchema = z
  .object({
    kind: z.enum(needKinds),
    severity: z.enum(severities).openapi({
      description:
        "`problem`: leads are lost or stand still until somebody does something. `warning`: somebody should look. `notice`: it can wait.",
    }),
    title: z.string(),
    detail: z.string(),
    action: z.string().openapi({ description: "The one thing to do, in a few words." }),
    command: z.string().openapi({ description: "The command that does it, or leads there." }),
    ask: z.string().nullable().openapi({
      description: "Whom to ask for it, such as `an owner or admin`; null where you may yourself.",
    }),
    since: time,
    count: count.openapi({
      description: "How many leads, posts or letters it is about; 0 where it is about none.",
    }),
    is_more: z.boolean().openapi({ description: "It was counted no further: say `25+`." }),
    client_id: z.string().nullable(),
    destination_id: z.string().nullable(),
    form_id: z.string().nullable(),
  })
  .openapi("Need");

export const homeSchema = z
  .object({
    needs: z.array(needSchema).openapi({ description: "What needs a person now, the worst first." }),
    today: z
      .object({
        since: z.int().openapi({ description: "When today began, milliseconds UTC." }),
        leads: count.openapi({ description: "New leads since then, tests left out." }),
        leads_last_week: count.openapi({ description: "The same a week ago, up to this time of the day." }),
        hours: z.array(count).openapi({ description: "New leads by hour, from its beginning on." }),
        hours_last_week: z.array(count).openapi({ description: "That day of last week, whole." }),
        delivered: count.openapi({ description: "Deliveries that arrived since." }),
        latency_p50_ms: latency,
        latency_p95_ms: latency,
      })
      .openapi({
        description: "Told by half hours; a zone that is fifteen minutes off one is off by as much.",
      }),
    last_lead_at: time,
    has_leads: z.boolean().openapi({ description: "Whether anybody ever came in at all." }),
    open_dead_letters: count,
    destinations: z
      .array(
        z.object({
          id: z.string(),
          client_id: z.string(),
          delivered: count.openapi({ description: "Arrived since today began." }),
          latency_p50_ms: latency,
          hours: z
            .array(count)
            .openapi({ description: "What arrived in each of the last 24 hours, this one last." }),
        }),
      )
      .openapi({ description: "Where anything arrived today or yesterday (UTC)." }),
    ask_again_ms: z.int().min(60_000).openapi({
      description:
        "How long whoever keeps it open waits before asking again: a minute, and longer where it is of so many clients that it would read more than 60 rows a minute.",
    }),
  })
  .openapi("Home");
