import { z } from "@hono/zod-openapi";
import { mergePage } from "@leadrelay/core/lists/merge-page";
import {
  auditKinds,
  auditOfAgencies,
  auditOfClients,
  type ListedEntry,
} from "@leadrelay/db/audit-log/audit-entries";
import { runBatch } from "@leadrelay/db/run-batch";
import type { Access } from "../access/access.ts";
import { clientsOutsideAgencies } from "../access/clients-outside-agencies.ts";
import { isMasked } from "../access/is-masked.ts";
import { narrowScope } from "../access/client-in-scope.ts";
import { readEndpoint } from "../endpoint/endpoint.ts";
import { rowsOfEach } from "../lead-databases/row-budget.ts";
import { readCursor, writeCursor } from "../pages/cursor.ts";
import { pageOf, pageQuery } from "../pages/page.ts";
import { idQuery, timeQuery } from "../pages/time-query.ts";
import { requireAction } from "./require-action.ts";
import { auditEntrySchema, toAuditEntry } from "./audit-entry-schema.ts";

const readsPerRow = 1;

export const listAuditLog = readEndpoint({
  path: "/api/audit-log",
  operationId: "listAuditLog",
  tag: "Audit log",
  summary: "List who did what",
  description:
    "Newest first: every change, every reading of contact details by the agency's people, and every export of them by anybody. A page of a filter by actor, action or `kind=reads` may be short, or empty, and still have a next one.",
  access: { permission: "audit:read" },
  query: pageQuery.extend({
    client_id: idQuery,
    actor: idQuery.openapi({ description: "An operator's or key's id." }),
    action: idQuery.openapi({
      description: "Whole, or its beginning up to a dot: `form` finds `form.changed`.",
    }),
    kind: z
      .enum(auditKinds)
      .optional()
      .openapi({ description: "Changes alone, or readings of contact details alone; not said: both." }),
    since: timeQuery("Then or later."),
    until: timeQuery("Before."),
  }),
  answer: pageOf(auditEntrySchema),
  async handle({ query, access, dependencies }) {
    requireAction(query.action);
    const { actor: actorId, action, kind, since, until, limit } = query;
    const filter = { actorId, action, kind, since, until };
    const scope = narrowScope(access.scope, query.client_id);
    const { agencies, clients } = logsOf({ ...access, scope });
    const isFiltered = actorId !== undefined || action !== undefined || kind === "reads";
    const perList = rowsOfEach({
      clients: scope.clients.length,
      lists: agencies.length + clients.length,
      pageSize: limit,
      readsPerRow,
      isFiltered,
    });
    const part = { after: readCursor(query.cursor, [""] as const), perList };
    const [ofAgencies, ofClients] = await runBatch(dependencies.control, [
      auditOfAgencies(scope, agencies, filter, part),
      auditOfClients(scope, clients, filter, part),
    ]);
    const { items, next } = mergePage([...ofAgencies, ...ofClients], {
      perClient: perList,
      pageSize: limit,
      keyOf: ({ id }: ListedEntry) => [id],
      keep: ({ matches }) => matches === 1,
    });
    const shown = items.map((row) => toAuditEntry(row, isMasked(scope, row.client_id)));
    return { body: { items: shown, next_cursor: writeCursor(next) } };
  },
});

/** Whose logs a caller reads, none of them twice: an agency's own has its clients' entries too. */
const logsOf = ({ scope, caller }: Access): { agencies: (string | null)[]; clients: string[] } => ({
  agencies: [...scope.agencyIds, ...(scope.isInstallation ? [null] : [])],
  clients: clientsOutsideAgencies(scope, caller?.grants ?? []).map(({ id }) => id),
});
