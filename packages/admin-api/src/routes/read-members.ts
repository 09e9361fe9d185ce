import { destinationKinds, getAdapter } from "@leadrelay/adapters/registry";
import { readShape } from "@leadrelay/core/shape/read-shape";
import { runOne } from "@leadrelay/db/run-batch";
import { placesOfClient } from "@leadrelay/db/destinations/places-of-client";
import type { RouteMember } from "@leadrelay/db/routes/route";
import type { OperatorScope } from "@leadrelay/db/scope";
import { requireContacts } from "../access/require-contacts.ts";
import type { AdminDependencies } from "../dependencies.ts";
import { apiProblem } from "../problems/api-problem.ts";
import type { GivenMember } from "./route-fields.ts";

/**
 * Members as they are stored. Throws a 422 for one that is no destination of the client, or that gets no leads, and for conditions that cannot be
 * read; the 403 for conditions that are new, of whoever sees contacts masked. @param before those that the route has
 */
export async function readMembers(
  given: readonly GivenMember[],
  { clientId, before = [] }: { clientId: string; before?: readonly RouteMember[] },
  scope: OperatorScope,
  { control }: Pick<AdminDependencies, "control">,
): Promise<RouteMember[]> {
  const places = new Map(
    (await runOne(control, placesOfClient(scope, clientId))).map((place) => [place.id, place]),
  );
  const errors: { field: string; detail: string }[] = [];
  const members = given.map(({ destination_id, weight = 1, conditions = null }, index): RouteMember => {
    const place = places.get(destination_id);
    const detail = place === undefined ? notTheirs : noPlaceOfLeads(place.kind);
    if (detail !== undefined) errors.push({ field: `members.${index}.destination_id`, detail });
    return {
      destination_id,
      name: place?.name ?? "",
      weight,
      conditions: readConditions(conditions, index, errors),
    };
  });
  if (errors.length > 0) throw apiProblem("invalid", "Some members cannot be taken.", { errors });
  const had = new Set(before.map(asText));
  if (members.some((member) => member.conditions !== null && !had.has(asText(member))))
    requireContacts(scope, clientId, "conditions");
  return members;
}

const notTheirs = "is no destination of this client: `leadrelay destination list` shows those it has";

/** Why no lead is at home with a destination of the kind; undefined: one is. */
function noPlaceOfLeads(kind: string): string | undefined {
  if (!destinationKinds.includes(kind)) return undefined;
  const adapter = getAdapter(kind);
  const why = (what: string) => `${what}: a lead that a route gave to it would go nowhere. It needs no route`;
  if (adapter.repliesBy !== undefined) return why("writes to the person themselves");
  return adapter.takesStages === true ? why("is told how far leads came, and not of leads") : undefined;
}

const asText = ({ destination_id, conditions }: RouteMember) => JSON.stringify([destination_id, conditions]);

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
    "One of these destinations is in another route, and a destination is in one at most: take it out there first. `leadrelay route list` shows which.",
};
