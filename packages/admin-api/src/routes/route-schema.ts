import { z } from "@hono/zod-openapi";
import { routeModes } from "@leadrelay/contracts/route-mode";

const memberSchema = z.object({
  destination_id: z.string(),
  name: z.string(),
  weight: z.int(),
  conditions: z
    .record(z.string(), z.unknown())
    .nullable()
    .openapi({ description: "Which leads it may get; null: every one." }),
});

export const routeSchema = z
  .object({
    id: z.string().openapi({ example: "rte_0199c0de-0000-7000-8000-000000000001" }),
    client_id: z.string(),
    name: z.string(),
    mode: z.enum(routeModes),
    overflow_minutes: z.int().nullable().openapi({
      description:
        "What waits at a member for longer goes on to the next; null: it waits as long as it takes.",
    }),
    members: z.array(memberSchema).openapi({ description: "In order; none of a route that was deleted." }),
    counted_from: z.int().openapi({
      description:
        "When mode, members or weights last changed: their shares are counted from then. Milliseconds UTC.",
    }),
    created_at: z.int(),
    updated_at: z.int(),
    deleted_at: z.int().nullable(),
  })
  .openapi("Route");

/** One route, with what its members had of it. */
export const routeDetailsSchema = routeSchema
  .extend({
    standings: z
      .array(
        z.object({
          destination_id: z.string(),
          leads: z.int().openapi({ description: "That it was given since `counted_from`." }),
          share: z.string().openapi({
            description: "What it had of its share, in words.",
            example: "31 % of its 40 %",
          }),
          only: z.string().nullable().openapi({
            description: "Which leads it may get, in words; null: every one.",
            example: "country is IN",
          }),
          closed: z.string().nullable().openapi({
            description: "Why it takes no lead now, to be read behind its name; null while it does.",
            example: "full until 18:00 IST",
          }),
        }),
      )
      .openapi({
        description:
          "Of each member, in order. Tests and what was released are not counted; of mode `all` nothing is.",
      }),
  })
  .openapi("RouteDetails");

export const routeParams = z.object({ route_id: z.string().min(1).max(100) });
