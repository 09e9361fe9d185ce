import type { AlertedDestination, Told, Trouble } from "@leadrelay/core/alerts/plan-alerts";
import { sql, type RawBuilder } from "kysely";
import { destinationColumns, toDestination, type Destination } from "../destinations/destination.ts";
import type { PipelineScope } from "../scope.ts";
import { mapResult, queries, rowsOf, type Statement } from "../statement.ts";

/** A destination that is told of destinations, and where its client's leads are. */
export interface AlertSubscriber extends Destination {
  database: string;
}

/** Whom a minute tells, and whether that is everybody who wants to be told. */
export interface AlertSubscribers {
  subscribers: AlertSubscriber[];
  isAll: boolean;
}

/** A minute tells of so many clients; where more want to be told, the next minute of the next ones. */
export const mostClients = 200;
/** A minute begins to tell of so many troubles, which are out of the way then, and of the ends of so many. */
const mostTroubles = 200;
/** Of causes of dead letters. */
const mostTold = 1_000;

/** SQL: a destination, under this name, is told of destinations, deliveries or workflows; as `destinations_alerted` has it. */
const isAlerted = (table: string) => {
  const types = sql.ref(`${table}.event_types_json`);
  return sql`(instr(${types}, '"de') > 0 OR instr(${types}, '"wo') > 0)`;
};

/** SQL: the clients of which somebody is told, through an index of those destinations alone, in its order. */
const watchedClients = sql`SELECT DISTINCT one.client_id FROM destinations AS one INDEXED BY destinations_alerted
  WHERE ${isAlerted("one")} AND one.deleted_at IS NULL ORDER BY one.client_id`;

/** D1 binds numbers as reals, by which SQLite divides with a rest. */
const whole = (count: number) => sql.lit(count);

type SubscriberRow = Parameters<typeof toDestination>[0] & { database: string; pages: number };

/** Who is told of destinations, deliveries and workflows: all of them, or in turn, minute by minute, those of `mostClients` clients. */
export const alertSubscribers = (_scope: PipelineScope, nowMs: number): Statement<AlertSubscribers> =>
  mapResult(
    rowsOf(
      sql<SubscriberRow>`
        SELECT ${sql.raw(destinationColumns.map((column) => `d.${column}`).join(", "))}, clients.deleted_at AS client_deleted_at,
          clients.database_binding AS database, NULL AS health_json, found.pages
        FROM (
          SELECT value AS client_id, pages.count AS pages
          FROM (SELECT (count(*) + ${whole(mostClients - 1)}) / ${whole(mostClients)} AS count, json_group_array(client_id) AS ids FROM (${watchedClients})) AS pages
          CROSS JOIN json_each(pages.ids)
          WHERE key / ${whole(mostClients)} = ${whole(Math.floor(nowMs / 60_000))} % pages.count
        ) AS found
        CROSS JOIN destinations AS d INDEXED BY destinations_alerted ON d.client_id = found.client_id
        CROSS JOIN clients ON clients.id = d.client_id
        WHERE ${isAlerted("d")} AND d.deleted_at IS NULL AND clients.deleted_at IS NULL`.compile(queries),
      ({ database, pages, ...row }) => ({ pages, subscriber: { ...toDestination(row), database } }),
    ),
    (found) => ({
      subscribers: found.map(({ subscriber }) => subscriber),
      isAll: found.every(({ pages }) => pages === 1),
    }),
  );

/** SQL: somebody of the client of `d` is told of destinations. */
const isWatched = sql`EXISTS (
  SELECT 1 FROM destinations AS alerted INDEXED BY destinations_alerted
  WHERE alerted.client_id = d.client_id AND ${isAlerted("alerted")} AND alerted.deleted_at IS NULL)`;

interface TroubleRow extends AlertedDestination {
  since: number;
}

/** SQL: of the destination `d` this was told before. */
const isTold = (state: Trouble["state"]) =>
  sql`EXISTS (SELECT 1 FROM told_alerts AS told WHERE told.subject = ${`${state} `} || d.id`;

/** Destinations that are down since then (ms) or before, and of which that was not told yet: the longest first. */
export const downSince = (_scope: PipelineScope, since: number): Statement<Trouble[]> =>
  rowsOf(
    sql<TroubleRow & { refused: number | null }>`
      SELECT d.id, d.client_id, d.name, d.kind, health.since, iif(health.is_refusing, json_array_length(health.refusals_json), NULL) AS refused
      FROM destination_health AS health INDEXED BY destination_health_down CROSS JOIN destinations AS d ON d.id = health.destination_id
      WHERE health.state = 'down' AND health.since <= ${since} AND d.enabled = 1 AND d.deleted_at IS NULL AND ${isWatched}
        AND NOT ${isTold("down")})
      ORDER BY health.since LIMIT ${mostTroubles}`.compile(queries),
    ({ since, refused, ...destination }): Trouble => ({
      destination,
      state: "down",
      since,
      ...(refused === null ? {} : { refused }),
    }),
  );

/**
 * Destinations that were switched off after that time (ms) because they are gone, or took nothing for days, and of which that was not told yet:
 * the first first.
 */
export const goneSince = (_scope: PipelineScope, since: number): Statement<Trouble[]> =>
  rowsOf(
    sql<TroubleRow & { reason: "gone" | "failing" }>`
      SELECT d.id, d.client_id, d.name, d.kind, d.disabled_at AS since, d.disabled_reason AS reason
      FROM destinations AS d INDEXED BY destinations_given_up
      WHERE d.disabled_reason IN ('gone', 'failing') AND d.enabled = 0 AND d.disabled_at > ${since} AND d.deleted_at IS NULL AND ${isWatched}
        AND NOT ${isTold("disabled")} AND told.since = d.disabled_at)
      ORDER BY d.disabled_at LIMIT ${mostTroubles}`.compile(queries),
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
  is_watched: number;
}

/** What was told, and whether anybody of its client is still told. */
export type RememberedAlert = Told & { is_watched: boolean };

const isOn = sql`d.enabled = 1 AND d.deleted_at IS NULL`;
const isDown = sql`EXISTS (SELECT 1 FROM destination_health AS health WHERE health.destination_id = d.id AND health.state = 'down')`;

const told = (isIt: RawBuilder<unknown>, order: RawBuilder<unknown>, limit: number) =>
  rowsOf(
    sql<ToldRow>`
      SELECT told.subject, told.kind AS told_kind, told.since, told.count, told.told_at, d.id, d.client_id, d.name, d.kind,
        ${isOn} AS is_on, ${isDown} AS is_down, ${isWatched} AS is_watched
      FROM told_alerts AS told INDEXED BY told_alerts_told CROSS JOIN destinations AS d ON d.id = told.destination_id
      WHERE ${isIt} ORDER BY ${order} LIMIT ${limit}`.compile(queries),
    ({
      subject,
      told_kind,
      since,
      count,
      told_at,
      is_on,
      is_down,
      is_watched,
      ...destination
    }): RememberedAlert => ({
      subject,
      kind: told_kind,
      since,
      count,
      told_at,
      is_on: is_on === 1,
      is_down: is_down === 1,
      is_watched: is_watched === 1,
      destination,
    }),
  );

/** Outages that were told and are over, those that were told first first: each goes when its end is told. */
export const endedOutages = (_scope: PipelineScope): Statement<RememberedAlert[]> =>
  told(sql`told.kind = 'down' AND NOT (${isOn} AND ${isDown})`, sql`told.told_at`, mostTroubles);

/** What was told of causes of dead letters and not forgotten, newest first. */
export const toldLetters = (_scope: PipelineScope): Statement<RememberedAlert[]> =>
  told(sql`told.kind = 'letters'`, sql`told.told_at DESC`, mostTold);
