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
};

export type GivenMember = z.output<typeof member>;
