import type { KnownSession } from "@leadrelay/core/sessions/known-session";
import { sql } from "kysely";
import type { PipelineScope } from "../scope.ts";
import { queries, rowsOf, type Statement } from "../statement.ts";

/** A browser of a client, as a submission names it. */
export interface VisitorKey {
  client_id: string;
  visitor_id: string;
}

/** Of one visitor: whoever has more is no person. */
const mostOfVisitor = 30;

/** The newest sessions of these visitors, newest first, thirty of each at most. */
export const sessionsOfVisitors = (
  _scope: PipelineScope,
  visitors: readonly VisitorKey[],
): Statement<(KnownSession & VisitorKey)[]> =>
  rowsOf(
    sql<KnownSession & VisitorKey>`
      SELECT s.client_id, s.visitor_id, s.session_id, s.network, s.started_at, s.last_seen_at, s.duration_ms,
        s.scroll_percent, s.clicks, s.page_views, s.events, s.returns, s.asn, s.bot_score, s.submissions, s.submitted_at
      FROM json_each(${JSON.stringify(visitors.map(({ client_id, visitor_id }) => [client_id, visitor_id]))}) AS j
      CROSS JOIN sessions AS s ON s.client_id = j.value ->> 0 AND s.visitor_id = j.value ->> 1 AND s.session_id IN (
        SELECT n.session_id FROM sessions AS n WHERE n.client_id = j.value ->> 0 AND n.visitor_id = j.value ->> 1
        ORDER BY n.session_id DESC LIMIT ${mostOfVisitor})
      ORDER BY s.last_seen_at DESC`.compile(queries),
    (row) => row,
  );
