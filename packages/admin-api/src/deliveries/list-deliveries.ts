import { z } from "@hono/zod-openapi";
import { confirmationStates, deliveryStatuses } from "@leadrelay/contracts/delivery-status";
import { auditReads } from "../access/audit-reads.ts";
import { isMasked } from "../access/is-masked.ts";
import { narrowToFilter } from "../access/narrow-to-filter.ts";
import { readEndpoint } from "../endpoint/endpoint.ts";
import { readListCursor, writeCursor } from "../pages/cursor.ts";
import { pageOf, pageQuery } from "../pages/page.ts";
import { idQuery, timeQuery } from "../pages/time-query.ts";
import { codeQuery, codesOf } from "./code-query.ts";
import { deliverySchema } from "./delivery-schema.ts";
import { findNames } from "./find-names.ts";
import { findPage, listFor } from "./find-page.ts";
import { toDelivery } from "./to-delivery.ts";

export const listDeliveries = readEndpoint({
  path: "/api/deliveries",
  operationId: "listDeliveries",
  tag: "Deliveries",
  summary: "List deliveries",
  description:
    "Newest first. With status `pending`, `in_flight` or `held` what waits longest comes first; with `dead` what failed last, and only what has an open dead letter. Of a lead, in the order of its submissions, newest first. A page of a filter that no index serves may be short, or empty, and still have a next one.",
  access: { permission: "leads:read" },
  query: pageQuery.extend({
    client_id: idQuery,
    destination_id: idQuery,
    form_id: idQuery,
    lead_id: idQuery.openapi({ description: "A lead's public id." }),
    status: z.enum(deliveryStatuses).optional(),
    confirmation: z.enum(confirmationStates).optional().openapi({
      description:
        "Of destinations that must confirm what they take: what is waited for, what was never confirmed (what was missed last coming first), and what was.",
    }),
    code: codeQuery,
    since: timeQuery("Created then or later."),
    until: timeQuery("Created before."),
  }),
  answer: pageOf(deliverySchema),
  async handle({ query, access, dependencies }) {
    const scope = await narrowToFilter(access.scope, query, dependencies);
    const { destination_id: destinationId, form_id: formId, status, confirmation, since, until } = query;
    const codes = codesOf(query.code);
    const filter = { destinationId, formId, status, confirmation, codes, since, until };
    const list = listFor({ filter, leadId: query.lead_id });
    const after = readListCursor(query.cursor, list, [0, 0, "", ""] as const);
    const wanted = { scope, filter, leadId: query.lead_id, after, pageSize: query.limit };
    const { items, next } = await findPage(list, wanted, dependencies);
    const names = await findNames(items, scope, dependencies);
    const rows = items.map((row) =>
      toDelivery(row, names.leadOf(row), names.destinationOf(row), isMasked(scope, row.client_id)),
    );
    return {
      body: { items: rows, next_cursor: writeCursor(next === null ? null : [list, ...next]) },
      audit: auditReads(access, { action: "deliveries.listed", rows }),
    };
  },
});
