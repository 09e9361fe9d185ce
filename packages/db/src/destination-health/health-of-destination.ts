import type { DestinationHealth } from "@leadrelay/core/destination-health/destination-health";
import { sql } from "kysely";
import type { Flag } from "../tables/flag.ts";

/** SQL: a destination's health as a JSON text, or NULL for one that is well. One look-up by key. @param id SQL of its id */
export const healthOf = (id: string) => `(
  SELECT json_object('state', health.state, 'since', health.since, 'suspects', json(health.suspects_json),
    'probe_wait_ms', health.probe_wait_ms, 'next_probe_at', health.next_probe_at, 'refusals', json(health.refusals_json),
    'is_refusing', health.is_refusing, 'failing_since', health.failing_since, 'failed_at', health.failed_at)
  FROM destination_health AS health WHERE health.destination_id = ${id})`;

/** The same of the row in `destinations`. */
export const healthJson = sql<string | null>`${sql.raw(healthOf("destinations.id"))}`;

interface Row extends Pick<
  DestinationHealth,
  "state" | "since" | "suspects" | "probe_wait_ms" | "next_probe_at"
> {
  refusals: string[];
  is_refusing: Flag;
  failing_since: number | null;
  failed_at: number | null;
}

/** Reads what they select. */
export function readHealth(json: string | null): DestinationHealth | null {
  if (json === null) return null;
  const { refusals, is_refusing, failing_since, failed_at, ...health } = JSON.parse(json) as Row;
  return {
    ...health,
    ...(refusals.length === 0 ? {} : { refusals }),
    ...(is_refusing === 1 ? { is_refusing: true } : {}),
    ...(failing_since === null ? {} : { failing_since }),
    ...(failed_at === null ? {} : { failed_at }),
  };
}
