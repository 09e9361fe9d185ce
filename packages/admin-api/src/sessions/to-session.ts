import type { z } from "@hono/zod-openapi";
import { scoreEngagement } from "@leadrelay/core/engagement/score-engagement";
import { maskedIf } from "@leadrelay/core/masking/mask-contact";
import { maskUrl } from "@leadrelay/core/masking/mask-url";
import type { SessionsTable } from "@leadrelay/db/tables/sessions-table";
import type { sessionSchema } from "./session-schema.ts";

/** A session as whoever asks may see it: what its pages are called may tell of a person. */
export const toSession = (row: SessionsTable, masked: boolean): z.input<typeof sessionSchema> => ({
  id: row.session_id,
  started_at: row.started_at,
  last_seen_at: row.last_seen_at,
  duration_seconds: Math.floor(row.duration_ms / 1000),
  pages_visited: row.page_views,
  clicks: row.clicks,
  scroll_percent: row.scroll_percent,
  return_visits: row.returns,
  ...scoreEngagement(row),
  told_score: row.told_score,
  submitted_at: row.submitted_at,
  first_page: maskedIf(masked, row.first_page, maskUrl),
  referrer: maskedIf(masked, row.referrer, maskUrl),
  seen: masked ? [] : namesIn(row.seen_json),
});

function namesIn(json: string | null): string[] {
  const seen: unknown = JSON.parse(json ?? "{}");
  return typeof seen === "object" && seen !== null ? Object.keys(seen) : [];
}
