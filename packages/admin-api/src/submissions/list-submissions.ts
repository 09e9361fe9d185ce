import { z } from "@hono/zod-openapi";
import { submissionOutcomes } from "@leadrelay/contracts/submission-outcome";
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
import { submissionSchema } from "./submission-schema.ts";
import { toSubmission } from "./to-submission.ts";

/** D1 counts an entry of the index, the list it is gathered in, the submission, and its lead. */
const readsPerRow = 4;

export const listSubmissions = readEndpoint({
  path: "/api/submissions",
  operationId: "listSubmissions",
  tag: "Submissions",
  summary: "List submissions, each with why it was decided so",
  description: "Newest first. Those from blocked addresses are a list of their own.",
  access: { permission: "leads:read" },
  query: pageQuery.extend({
    client_id: idQuery,
    form_id: idQuery,
    outcome: z.enum(submissionOutcomes).optional(),
    since: timeQuery("Submitted then or later."),
    until: timeQuery("Submitted before."),
  }),
  answer: pageOf(submissionSchema),
  async handle({ query, access, dependencies }) {
    const { form_id, outcome, since = 0, until, limit } = query;
    const scope = await narrowToFilter(access.scope, query, dependencies);
    const after = readCursor(query.cursor, [0, 0, 0, ""] as const) ?? startOfPeriod(until);
    const isFiltered = form_id !== undefined || outcome !== undefined;
    const { items: rows, next } = await readClientPage(
      {
        pageSize: limit,
        readsPerRow,
        ask: (clientIds, perClient) =>
          newestSubmissions(scope, clientIds, { since, after, perClient, withLeads: true }),
        keyOf: submittedKeyOf,
        keep: isFiltered
          ? (row) => row.form_id === (form_id ?? row.form_id) && row.outcome === (outcome ?? row.outcome)
          : null,
      },
      scope,
      dependencies,
    );
    const items = rows.map((row) =>
      toSubmission(row, { masked: isMasked(scope, row.client_id), leadId: row.lead_public_id ?? null }),
    );
    return {
      body: { items, next_cursor: writeCursor(next) },
      audit: auditReads(access, { action: "submissions.listed", rows: items }),
    };
  },
});
