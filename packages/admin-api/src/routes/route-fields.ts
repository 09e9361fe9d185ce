import { z } from "@hono/zod-openapi";
import { routeModes } from "@leadrelay/contracts/route-mode";
import { shapeLimits } from "@leadrelay/contracts/shape";

/** More are no route that anybody oversees. */
const mostMembers = 20;

const conditions = z
  .union([
    z.string().trim().min(1).max(2_000),
    z
      .record(z.string().max(shapeLimits.text), z.unknown())
      .refine(
        (given) => Object.keys(given).length <= shapeLimits.conditions,
        "should hold at most 100 fields",
      )
      .openapi({ maxProperties: shapeLimits.conditions }),
  ])
  .nullable()
  .openapi({
    description:
      'Which leads it may get: a condition such as `{"country": "IN"}`, or the same in words, `country is IN`; null: every one.',
    example: "country is IN and fields.budget is at least 5000",
  });

const member = z.strictObject({
  destination_id: z.string().min(1).max(100),
  weight: z.int().min(0).max(1_000).optional().openapi({
    description:
      "Its share beside the others', in `weighted`: 40 beside 60 are 40 %. 0: it gets only what another cannot take. Not said: 1.",
  }),
  conditions: conditions.optional(),
});

/** A week: what waits for longer waits for a person. */
const longestOverflowMinutes = 7 * 24 * 60;

export const routeName = z.string().trim().min(1).max(200);

/** What an operator may set of a route beside its name. */
export const routePolicies = {
  mode: z.enum(routeModes).openapi({
    description:
      "`all`: each member gets every lead. `first_accepting`: the first in order, and the next where it refuses, has the person already or cannot be reached. `round_robin`: each in turn. `weighted`: by their weights.",
  }),
  members: z
    .array(member)
    .min(1)
    .max(mostMembers)
    .refine(
      (members) => new Set(members.map(({ destination_id }) => destination_id)).size === members.length,
      "should name each destination once",
    )
    .openapi({ description: "Destinations of the client, in order. A destination is in one route at most." }),
  overflow_minutes: z.int().min(1).max(longestOverflowMinutes).nullable().openapi({
    description:
      "What waits at a member for longer goes on to the next that takes leads then: where it is off, down, full or out of hours, and where it is only slow. null: it waits as long as it takes. Not for `all`, whose every member has the lead.",
    example: 30,
  }),
};

export type GivenMember = z.output<typeof member>;
