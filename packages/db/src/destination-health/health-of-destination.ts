import type { DestinationHealth } from "@leadrelay/core/destination-health/destination-health";
import { sql } from "kysely";

/** SQL: a destination's health as a JSON text, or NULL for one that is well. One look-up by key. @param id SQL of its id */
export const healthOf = (id: string) => `(
  SELECT json_object('state', health.state, 'since', health.since, 'suspects', json(health.suspects_json),
    'probe_wait_ms', health.probe_wait_ms, 'next_probe_at', health.next_probe_at)
  FROM destination_health AS health WHERE health.destination_id = ${id})`;

/** The same of the row in `destinations`. */
export const healthJson = sql<string | null>`${sql.raw(healthOf("destinations.id"))}`;

/** Reads what they select. */
export const readHealth = (json: string | null): DestinationHealth | null =>
  json === null ? null : (JSON.parse(json) as DestinationHealth);
