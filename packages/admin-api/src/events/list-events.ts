import { z } from "@hono/zod-openapi";
import { eventTypes } from "@leadrelay/contracts/event-type";
import { newestSubmissions, submittedKeyOf } from "@leadrelay/db/submissions/newest-submissions";
import { startOfPeriod } from "@leadrelay/db/submissions/submitted-key";
import { auditReads } from "../access/audit-reads.ts";
import { isMasked } from "../access/is-masked.ts";
import { narrowToFilter } from "../access/narrow-to-filter.ts";
import { readEndpoint } from "../endpoint/endpoint.ts";
import { readClientPage } from "../lead-databases/read-client-page.ts";
import { readCursor, writeCursor } from "../pages/cursor.ts";
import { pageOf, pageQuery } from "../pages/page.ts";
import { idQuery, timeQuery } from "../pages/time-query.ts";
import { eventSchema } from "./event-schema.ts";
import { readEvents } from "./read-events.ts";
import { toEvent } from "./to-event.ts";

/** D1 counts an entry of the index, the list it is gathered in, the submission, and its event. */
const readsPerRow = 4;

export const listEvents = readEndpoint({
  path: "/api/events",
  operationId: "listEvents",
  tag: "Submissions",
  summary: "List events: what destinations were to hear of",
  description:
    "In the order of their submissions, newest first. `limit` counts submissions: most make one event, a repeat that tells nothing new makes none.",
  access: { permission: "leads:read" },
  query: pageQuery.extend({
    client_id: idQuery,
    form_id: idQuery,
    type: z.enum(eventTypes).optional(),
    since: timeQuery("Submitted then or later."),
    until: timeQuery("Submitted before."),
  }),
  answer: pageOf(eventSchema),
  async handle({ query, access, dependencies }) {
    const { form_id, type, since = 0, until, limit } = query;
    const scope = await narrowToFilter(access.scope, query, dependencies);
    const after = readCursor(query.cursor, [0, 0, 0, ""] as const) ?? startOfPeriod(until);
    const { items: submissions, next } = await readClientPage(
      {
        pageSize: limit,
        readsPerRow,
        ask: (clientIds, perClient) => newestSubmissions(scope, clientIds, { since, after, perClient }),
        keyOf: submittedKeyOf,
        keep: form_id === undefined ? null : (row) => row.form_id === form_id,
      },
      scope,
      dependencies,
    );
    const rows = await readEvents(submissions, scope, dependencies);
    const items = rows
      .filter((row) => row.type === (type ?? row.type))
      .map((row) => toEvent(row, isMasked(scope, row.client_id)));
    return {
      body: { items, next_cursor: writeCursor(next) },
      audit: auditReads(access, { action: "events.listed", rows: items }),
    };
  },
});
