import type { Schemas } from "../api.ts";

/** For whom a key can be: all of an agency, or one client. */
export interface KeyPlace {
  id: string;
  title: string;
  body: { agency_id: string } | { client_id: string };
}

/** Where somebody may make keys; owners also for all clients of an agency. */
export function keyPlaces(
  you: Schemas["You"],
  clients: readonly Pick<Schemas["Client"], "id" | "name" | "deleted_at">[],
  allOf: (agency: string | undefined) => string,
): KeyPlace[] {
  const granting = you.grants.filter(({ permissions }) => permissions.includes("keys:manage"));
  const agencies = granting.filter(({ role }) => role === "agency_owner");
  const ids = new Set(granting.flatMap(({ client_ids }) => client_ids));
  return [
    ...agencies.map(({ agency_id }) => ({
      id: agency_id,
      title: allOf(agencies.length === 1 ? undefined : you.agencies.find(({ id }) => id === agency_id)?.name),
      body: { agency_id },
    })),
    ...clients
      .filter(({ id, deleted_at }) => ids.has(id) && deleted_at === null)
      .map(({ id, name }) => ({ id, title: name, body: { client_id: id } })),
  ];
}
