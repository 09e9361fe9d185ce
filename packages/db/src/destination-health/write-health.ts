import { mostRefusalsUntilHeld } from "@leadrelay/contracts/hold-after-refusals";
import {
  failuresUntilDown,
  type DestinationHealth,
} from "@leadrelay/core/destination-health/destination-health";
import { sql } from "kysely";
import type { PipelineScope, Scope } from "../scope.ts";
import { queries, write, type Statement } from "../statement.ts";

/**
 * Writes what a destination's health has become since it was `before`; null: it is well, and has no row. Of several who judge at once
 * none takes back that it went down meanwhile, and the failures that each has seen count together.
 */
export const writeHealth = (
  _scope: PipelineScope,
  { id, client_id }: { id: string; client_id: string },
  health: DestinationHealth | null,
  before: DestinationHealth | null,
): Statement<number> =>
  write(
    (health === null
      ? sql`DELETE FROM destination_health WHERE destination_id = ${id} AND ${isNotNews(before)}`
      : sql`
        INSERT INTO destination_health (destination_id, client_id, state, since, suspects_json, probe_wait_ms, next_probe_at,
          refusals_json, is_refusing, failing_since, failed_at)
        VALUES (${id}, ${client_id}, ${health.state}, ${health.since}, ${JSON.stringify(health.suspects)},
          ${health.probe_wait_ms}, ${health.next_probe_at}, ${JSON.stringify(health.refusals ?? [])},
          ${health.is_refusing === true ? 1 : 0}, ${health.failing_since ?? null}, ${health.failed_at ?? null})
        ON CONFLICT (destination_id) DO UPDATE SET state = excluded.state, since = excluded.since,
          probe_wait_ms = excluded.probe_wait_ms, next_probe_at = excluded.next_probe_at, is_refusing = excluded.is_refusing,
          failed_at = excluded.failed_at, failing_since = excluded.failing_since,
          refusals_json = iif(excluded.state <> 'down' AND json_array_length(excluded.refusals_json) > 0, (
            SELECT json_group_array(value) FROM (
              SELECT value FROM json_each(destination_health.refusals_json)
              UNION SELECT value FROM json_each(excluded.refusals_json) LIMIT ${mostRefusalsUntilHeld})
          ), excluded.refusals_json),
          suspects_json = iif(excluded.state = 'failing' AND destination_health.state = 'failing', (
            SELECT json_group_array(value) FROM (
              SELECT value FROM json_each(destination_health.suspects_json)
              UNION SELECT value FROM json_each(excluded.suspects_json) LIMIT ${failuresUntilDown})
          ), excluded.suspects_json)
        WHERE excluded.state = 'down' OR ${isNotNews(before)}`
    ).compile(queries),
  );

/** It is not down, or was known to be. */
const isNotNews = (before: DestinationHealth | null) =>
  before?.state === "down" ? sql`true` : sql`destination_health.state <> 'down'`;

/** A destination was changed, or somebody says that it is back: whatever waits may be tried at once. */
export const forgetHealth = (_scope: Scope, destinationId: string): Statement<number> =>
  write(sql`DELETE FROM destination_health WHERE destination_id = ${destinationId}`.compile(queries));

/** Somebody asks for a delivery by name: a destination that is down may be probed now. */
export const probeNow = (_scope: Scope, destinationId: string, nowMs: number): Statement<number> =>
  write(
    sql`
      UPDATE destination_health SET next_probe_at = ${nowMs}
      WHERE destination_id = ${destinationId} AND state = 'down' AND next_probe_at > ${nowMs}`.compile(
      queries,
    ),
  );

/** Takes the probe of a destination that is down, once it is due: of any number who ask one gets 1. Nobody else may before `untilMs`. */
export const takeProbe = (
  _scope: PipelineScope,
  destinationId: string,
  { nowMs, untilMs }: { nowMs: number; untilMs: number },
): Statement<number> =>
  write(
    sql`
      UPDATE destination_health SET next_probe_at = ${untilMs}
      WHERE destination_id = ${destinationId} AND state = 'down' AND next_probe_at <= ${nowMs}`.compile(
      queries,
    ),
  );
