import { readShape } from "@leadrelay/core/shape/read-shape";
import { runOne } from "@leadrelay/db/run-batch";
import { placesOfClient } from "@leadrelay/db/destinations/places-of-client";
import type { RouteMember } from "@leadrelay/db/routes/route";
import type { OperatorScope } from "@leadrelay/db/scope";
import type { AdminDependencies } from "../dependencies.ts";
import { apiProblem } from "../problems/api-problem.ts";
import type { GivenMember } from "./route-fields.ts";

/** Members as they are stored. Throws a 422 for one that is no destination of the client, or conditions that cannot be read. */
export async function readMembers(
  given: readonly GivenMember[],
  clientId: string,
  scope: OperatorScope,
  { control }: Pick<AdminDependencies, "control">,
): Promise<RouteMember[]> {
  const places = new Map(
    (await runOne(control, placesOfClient(scope, clientId))).map((place) => [place.id, place]),
  );
  const errors: { field: string; detail: string }[] = [];
  const members = given.map(({ destination_id, weight = 1, conditions = null }, index): RouteMember => {
    const name = places.get(destination_id)?.name;
    if (name === undefined)
      errors.push({
        field: `members.${index}.destination_id`,
        detail: "is no destination of this client: `leadrelay destination list` shows those it has",
      });
    return {
      destination_id,
      name: name ?? "",
      weight,
      conditions: readConditions(conditions, index, errors),
    };
  });
  if (errors.length > 0) throw apiProblem("invalid", "Some members cannot be taken.", { errors });
  return members;
}

function readConditions(
  conditions: NonNullable<GivenMember["conditions"]> | null,
  index: number,
  errors: { field: string; detail: string }[],
): RouteMember["conditions"] {
  if (conditions === null) return null;
  const read = readShape({ filter: conditions, mapping: null });
  if (read.ok) return read.shape.filter === null ? null : { ...read.shape.filter };
  for (const { at, detail } of read.problems)
    errors.push({ field: at.replace(/^filter/, `members.${index}.conditions`), detail });
  return null;
}

/** What the 409 says of a member that is one of another route. */
export const inAnotherRoute = {
  "route_members.destination_id":
    "One of these destinations is in another route, and a destination is in one at most: take it out there first. `leadrelay destination show <id>` says which.",
};
