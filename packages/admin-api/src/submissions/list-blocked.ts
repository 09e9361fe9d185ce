import { newestBlocked, type BlockedKey } from "@leadrelay/db/submissions/blocked-submissions";
import { auditReads } from "../access/audit-reads.ts";
import { isMasked } from "../access/is-masked.ts";
import { narrowToFilter } from "../access/narrow-to-filter.ts";
import { readEndpoint } from "../endpoint/endpoint.ts";
import { readClientPage } from "../lead-databases/read-client-page.ts";
import { readCursor, writeCursor } from "../pages/cursor.ts";
import { pageOf, pageQuery } from "../pages/page.ts";
import { idQuery, timeQuery } from "../pages/time-query.ts";
import { blockedSchema } from "./blocked-schema.ts";
import { toBlocked } from "./to-blocked.ts";

/** D1 counts an entry of the index, the list it is gathered in, and the submission. */
const readsPerRow = 3;

export const listBlocked = readEndpoint({
  path: "/api/blocked-submissions",
  operationId: "listBlockedSubmissions",
  tag: "Submissions",
  summary: "List what was posted from blocked addresses",
  description: "Newest first. Nothing of these was sent anywhere, and none of them is a lead.",
  access: { permission: "leads:read" },
  query: pageQuery.extend({
    client_id: idQuery,
    form_id: idQuery,
    since: timeQuery("Submitted then or later."),
    until: timeQuery("Submitted before."),
  }),
  answer: pageOf(blockedSchema),
  async handle({ query, access, dependencies }) {
    const { form_id, since = 0, until = Number.MAX_SAFE_INTEGER, limit } = query;
    const scope = await narrowToFilter(access.scope, query, dependencies);
    const after: BlockedKey = readCursor(query.cursor, [0, ""] as const) ?? [until, ""];
    const { items: rows, next } = await readClientPage(
      {
        pageSize: limit,
        readsPerRow,
        ask: (clientIds, perClient) => newestBlocked(scope, clientIds, { since, after, perClient }),
        keyOf: (row) => [row.submitted_at, row.public_id],
        keep: form_id === undefined ? null : (row) => row.form_id === form_id,
      },
      scope,
      dependencies,
    );
    const items = rows.map((row) => toBlocked(row, isMasked(scope, row.client_id)));
    return {
      body: { items, next_cursor: writeCursor(next) },
      audit: auditReads(access, { action: "blocked_submissions.listed", rows: items }),
    };
  },
});
