import type { RoutePlace } from "@leadrelay/core/routes/route-member";
import { sql } from "kysely";

/** SQL: the place in a route of the row in `destinations`, as a JSON text; NULL, and no row read, for one that is in none. */
export const placeJson = sql<string | null>`(
  SELECT json_object('route_id', route.id, 'mode', route.mode, 'counted_from', route.counted_from,
    'overflow_minutes', route.overflow_minutes, 'position', member.position, 'weight', member.weight,
    'conditions', json(member.conditions_json))
  FROM route_members AS member CROSS JOIN routes AS route
  WHERE member.destination_id = destinations.id AND route.id = member.route_id AND route.deleted_at IS NULL)`;

/** Reads what it selects. */
export const readPlace = (json: string | null): RoutePlace | null =>
  json === null ? null : (JSON.parse(json) as RoutePlace);
