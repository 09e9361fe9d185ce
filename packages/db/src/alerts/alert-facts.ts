import type { AlertedDestination, Told, Trouble } from "@leadrelay/core/alerts/plan-alerts";
import { sql } from "kysely";
import { destinationColumns, toDestination, type Destination } from "../destinations/destination.ts";
import type { PipelineScope } from "../scope.ts";
import { queries, rowsOf, type Statement } from "../statement.ts";

/** A destination that is told of destinations, and where its client's leads are. */
export interface AlertSubscriber extends Destination {
  database: string;
}

/** Beyond that many a minute tells of some, and the next of the others. */
const mostSubscribers = 500;
const mostTroubles = 200;
const mostTold = 1_000;

/** SQL: a destination, under this name, is told of destinations, deliveries or workflows; as `destinations_alerted` has it. */
const isAlerted = (table: string) => {
  const types = sql.ref(`${table}.event_types_json`);
  return sql`(instr(${types}, '"de') > 0 OR instr(${types}, '"wo') > 0)`;
};

/** Who is told of destinations, deliveries and workflows, through an index of them alone. */
export const alertSubscribers = (_scope: PipelineScope): Statement<AlertSubscriber[]> =>
  rowsOf(
    sql<Parameters<typeof toDestination>[0] & { database: string }>`
      SELECT ${sql.raw(destinationColumns.map((column) => `d.${column}`).join(", "))}, clients.deleted_at AS client_deleted_at,
        clients.database_binding AS database, NULL AS health_json
      FROM destinations AS d INDEXED BY destinations_alerted CROSS JOIN clients ON clients.id = d.client_id
      WHERE ${isAlerted("d")} AND d.deleted_at IS NULL AND clients.deleted_at IS NULL
      LIMIT ${mostSubscribers}`.compile(queries),
    ({ database, ...row }) => ({ ...toDestination(row), database }),
  );

/** SQL: somebody of the client of `d` is told of destinations. */
const isWatched = sql`EXISTS (
  SELECT 1 FROM destinations AS alerted INDEXED BY destinations_alerted
  WHERE alerted.client_id = d.client_id AND ${isAlerted("alerted")} AND alerted.deleted_at IS NULL)`;

interface TroubleRow extends AlertedDestination {
  since: number;
}

/** Destinations that are down since then (ms) or before. */
export const downSince = (_scope: PipelineScope, since: number): Statement<Trouble[]> =>
  rowsOf(
    sql<TroubleRow & { refused: number | null }>`
      SELECT d.id, d.client_id, d.name, d.kind, health.since, iif(health.is_refusing, json_array_length(health.refusals_json), NULL) AS refused
      FROM destination_health AS health INDEXED BY destination_health_down CROSS JOIN destinations AS d ON d.id = health.destination_id
      WHERE health.state = 'down' AND health.since <= ${since} AND d.enabled = 1 AND d.deleted_at IS NULL AND ${isWatched}
      ORDER BY health.since LIMIT ${mostTroubles}`.compile(queries),
    ({ since, refused, ...destination }): Trouble => ({
      destination,
      state: "down",
      since,
      ...(refused === null ? {} : { refused }),
    }),
  );

/** Destinations that were switched off after that time (ms) because they are gone, or took nothing for days; newest first. */
export const goneSince = (_scope: PipelineScope, since: number): Statement<Trouble[]> =>
  rowsOf(
    sql<TroubleRow & { reason: "gone" | "failing" }>`
      SELECT d.id, d.client_id, d.name, d.kind, d.disabled_at AS since, d.disabled_reason AS reason
      FROM destinations AS d INDEXED BY destinations_given_up
      WHERE d.disabled_reason IN ('gone', 'failing') AND d.enabled = 0 AND d.disabled_at > ${since} AND d.deleted_at IS NULL AND ${isWatched}
      ORDER BY d.disabled_at DESC LIMIT ${mostTroubles}`.compile(queries),
    ({ since, reason, ...destination }): Trouble => ({
      destination,
      state: "disabled",
      since,
      ...(reason === "failing" ? { tookNothing: true } : {}),
    }),
  );

interface ToldRow extends AlertedDestination, Pick<Told, "subject" | "since" | "count" | "told_at"> {
  told_kind: string;
  is_on: number;
  is_down: number;
}

/** What was told and not forgotten, newest first. */
export const toldAlerts = (_scope: PipelineScope): Statement<Told[]> =>
  rowsOf(
    sql<ToldRow>`
      SELECT told.subject, told.kind AS told_kind, told.since, told.count, told.told_at, d.id, d.client_id, d.name, d.kind,
        d.enabled = 1 AND d.deleted_at IS NULL AS is_on,
        EXISTS (SELECT 1 FROM destination_health AS health WHERE health.destination_id = d.id AND health.state = 'down') AS is_down
      FROM told_alerts AS told INDEXED BY told_alerts_told CROSS JOIN destinations AS d ON d.id = told.destination_id
      ORDER BY told.told_at DESC LIMIT ${mostTold}`.compile(queries),
    ({ subject, told_kind, since, count, told_at, is_on, is_down, ...destination }) => ({
      subject,
      kind: told_kind,
      since,
      count,
      told_at,
      is_on: is_on === 1,
      is_down: is_down === 1,
      destination,
    }),
  );
