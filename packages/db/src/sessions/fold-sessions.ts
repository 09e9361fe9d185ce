import type { SessionRow } from "@leadrelay/core/sessions/session-row";
import { sql } from "kysely";
import { allColumns } from "../all-columns.ts";
import { jsonChunks } from "../json-rows.ts";
import type { PipelineScope } from "../scope.ts";
import { queries, rowsOf, write, type Statement } from "../statement.ts";
import type { SessionsTable } from "../tables/sessions-table.ts";

const columns = allColumns<SessionRow>()([
  "client_id",
  "visitor_id",
  "session_id",
  "form_id",
  "day",
  "network",
  "started_at",
  "last_seen_at",
  "duration_ms",
  "scroll_percent",
  "clicks",
  "page_views",
  "events",
  "returns",
  "first_page",
  "referrer",
  "asn",
  "country",
  "bot_score",
  "seen_json",
  "lead_id",
  "submissions",
  "submitted_at",
  "told_score",
]);

/** What is seen of a session is a help to people and no measure: what would make its row big is left out. */
const longestSeen = 2_000;

/** A submission may have told the same figures before, and nothing of what was seen. */
const seesMore = sql`(
  excluded.seen_json IS NOT NULL AND length(coalesce(seen_json, '')) + length(excluded.seen_json) <= ${longestSeen}
  AND json_patch(coalesce(seen_json, '{}'), excluded.seen_json) IS NOT seen_json)`;

const upsert = (json: string) => sql`
  INSERT INTO sessions (${sql.raw(columns.join(", "))})
  SELECT ${sql.raw(columns.map((_, index) => `value ->> ${index}`).join(", "))} FROM json_each(${json}) WHERE true
  ON CONFLICT (client_id, visitor_id, session_id) DO UPDATE SET
    started_at = min(started_at, excluded.started_at),
    last_seen_at = max(last_seen_at, excluded.last_seen_at),
    duration_ms = max(duration_ms, excluded.duration_ms),
    scroll_percent = max(scroll_percent, excluded.scroll_percent),
    clicks = max(clicks, excluded.clicks),
    page_views = max(page_views, excluded.page_views),
    events = max(events, excluded.events),
    returns = max(returns, excluded.returns),
    first_page = coalesce(first_page, excluded.first_page),
    referrer = coalesce(referrer, excluded.referrer),
    asn = coalesce(asn, excluded.asn),
    country = coalesce(country, excluded.country),
    bot_score = coalesce(min(bot_score, excluded.bot_score), bot_score, excluded.bot_score),
    seen_json = CASE
      WHEN ${seesMore} THEN json_patch(coalesce(seen_json, '{}'), excluded.seen_json) ELSE seen_json END,
    told_score = CASE
      WHEN excluded.lead_id IS NOT NULL AND excluded.submitted_at >= coalesce(submitted_at, 0) THEN excluded.told_score
      ELSE told_score END,
    lead_id = CASE
      WHEN excluded.lead_id IS NOT NULL AND excluded.submitted_at >= coalesce(submitted_at, 0) THEN excluded.lead_id
      ELSE lead_id END,
    submissions = submissions + excluded.submissions,
    submitted_at = nullif(max(coalesce(submitted_at, 0), coalesce(excluded.submitted_at, 0)), 0)
  WHERE excluded.events > events OR excluded.duration_ms > duration_ms OR excluded.scroll_percent > scroll_percent
    OR excluded.clicks > clicks OR excluded.page_views > page_views OR excluded.returns > returns
    OR excluded.submissions > 0 OR ${seesMore}`;

/** A session that was submitted in, and what it comes to now. */
export type SubmittedSession = Pick<
  SessionsTable,
  | "client_id"
  | "session_id"
  | "lead_id"
  | "duration_ms"
  | "scroll_percent"
  | "clicks"
  | "page_views"
  | "events"
  | "returns"
> & { lead_id: number };

/**
 * Adds to sessions what was heard of them, one row each and none for what was heard before. Each figure only grows, so that neither the
 * order nor a repetition matters. Returns those of them that a lead was submitted in.
 */
export const foldSessions = (
  _scope: PipelineScope,
  rows: readonly SessionRow[],
): Statement<SubmittedSession[]>[] =>
  chunks(rows).map((json) => ({
    ...rowsOf(
      sql<SubmittedSession>`
        ${upsert(json)}
        RETURNING client_id, session_id, lead_id, duration_ms, scroll_percent, clicks, page_views, events, returns`.compile(
        queries,
      ),
      (row) => row,
    ),
    read: (found) => (found as SubmittedSession[]).filter(({ lead_id }) => lead_id !== null),
  }));

/** The same in the batch that commits the leads submitted in them. */
export const markSessions = (_scope: PipelineScope, rows: readonly SessionRow[]): Statement<number>[] =>
  chunks(rows).map((json) => write(upsert(json).compile(queries)));

const chunks = (rows: readonly SessionRow[]): string[] =>
  jsonChunks(
    rows.map((row) => columns.map((column) => row[column])),
    "sessions",
  );
