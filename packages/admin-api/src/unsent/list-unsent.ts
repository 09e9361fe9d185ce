import { z } from "@hono/zod-openapi";
import { unsentRuleFilters } from "@leadrelay/contracts/unsent-rule";
import type { UnsentKey } from "@leadrelay/db/unsent/newest-unsent";
import { auditReads } from "../access/audit-reads.ts";
import { isMasked } from "../access/is-masked.ts";
import { narrowToFilter } from "../access/narrow-to-filter.ts";
import { readEndpoint } from "../endpoint/endpoint.ts";
import { readCursor, writeCursor } from "../pages/cursor.ts";
import { pageOf, pageQuery } from "../pages/page.ts";
import { idQuery, timeQuery } from "../pages/time-query.ts";
import { readUnsentPage } from "./read-unsent-page.ts";
import { toUnsent } from "./to-unsent.ts";
import { unsentSchema } from "./unsent-schema.ts";

export const listUnsent = readEndpoint({
  path: "/api/unsent",
  operationId: "listUnsent",
  tag: "Unsent",
  summary: "List submissions of which nothing was sent, each with why",
  description:
    "Newest first: duplicates, tests that no destination takes, what no destination took, what came from a blocked address, and quarantined ones. What is released leaves the list. Submissions stored before this list was there are not in it, but for blocked ones. To release: plan a replay with the status `unsent`.",
  access: { permission: "leads:read" },
  query: pageQuery.extend({
    client_id: idQuery,
    form_id: idQuery,
    rule: z
      .enum(unsentRuleFilters)
      .optional()
      .openapi({ description: "By this rule; `duplicate` stands for its three." }),
    since: timeQuery("Submitted then or later."),
    until: timeQuery("Submitted before."),
  }),
  answer: pageOf(unsentSchema),
  async handle({ query, access, dependencies }) {
    const { form_id, rule, since = 0, until = Number.MAX_SAFE_INTEGER, limit } = query;
    const scope = await narrowToFilter(access.scope, query, dependencies);
    const after: UnsentKey = readCursor(query.cursor, [0, ""] as const) ?? [until, ""];
    const wanted = { rule, formId: form_id, since, after, pageSize: limit };
    const { items: found, next } = await readUnsentPage(wanted, scope, dependencies);
    const items = found.map((unsent) => toUnsent(unsent, isMasked(scope, unsent.row.client_id)));
    return {
      body: { items, next_cursor: writeCursor(next) },
      audit: auditReads(access, { action: "unsent.listed", rows: items }),
    };
  },
});
