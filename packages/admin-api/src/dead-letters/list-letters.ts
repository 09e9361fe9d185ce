import { deadLetterCauses, deadLetterKinds, deadLetterStates } from "@leadrelay/contracts/dead-letter";
import { mergePage } from "@leadrelay/core/lists/merge-page";
import { newestLetters } from "@leadrelay/db/dead-letters/newest-letters";
import { z } from "@hono/zod-openapi";
import { auditReads, ofClients } from "../access/audit-reads.ts";
import { isMasked } from "../access/is-masked.ts";
import { narrowToFilter } from "../access/narrow-to-filter.ts";
import { findNames } from "../deliveries/find-names.ts";
import { readEndpoint } from "../endpoint/endpoint.ts";
import { rowsOfEach } from "../lead-databases/row-budget.ts";
import { readListCursor, writeCursor } from "../pages/cursor.ts";
import { pageOf, pageQuery } from "../pages/page.ts";
import { readLists } from "../pages/read-lists.ts";
import { idQuery, timeQuery } from "../pages/time-query.ts";
import { findSenders } from "./find-senders.ts";
import { letterParts } from "./letter-parts.ts";
import { letterSchema } from "./letter-schema.ts";
import { toLetter } from "./to-letter.ts";

const readsPerRow = 1;
/** Its lead and its destination are looked up, or its message. */
const readsPerShown = 2;

export const listLetters = readEndpoint({
  path: "/api/dead-letters",
  operationId: "listDeadLetters",
  tag: "Dead letters",
  summary: "List dead letters",
  description:
    "What failed last comes first. A page of a filter that no index serves may be short, or empty, and still have a next one.",
  access: { permission: "leads:read" },
  query: pageQuery.extend({
    state: z.enum(deadLetterStates).default("open"),
    kind: z.enum(deadLetterKinds).optional(),
    cause: z.enum(deadLetterCauses).optional(),
    client_id: idQuery,
    destination_id: idQuery,
    fingerprint: z.string().max(64).optional(),
    since: timeQuery("Failed last then or later."),
    until: timeQuery("Failed last before."),
  }),
  answer: pageOf(letterSchema),
  async handle({ query, access, dependencies }) {
    const scope = await narrowToFilter(access.scope, query, dependencies);
    const { state, kind, cause, destination_id: destinationId, fingerprint, since, until } = query;
    const isFiltered = [kind, cause, destinationId, fingerprint].some((value) => value !== undefined);
    const parts = letterParts(scope, dependencies);
    const perList = rowsOfEach({
      clients: scope.clients.length,
      lists: parts.length,
      pageSize: query.limit,
      readsPerRow,
      readsPerShown,
      isFiltered,
    });
    const after = readListCursor(query.cursor, state, [0, ""] as const);
    const filter = { state, since, until, kind, cause, destinationId, fingerprint };
    const lists = await readLists(
      parts,
      ({ database }) => database,
      (own) =>
        newestLetters(
          scope,
          own.map(({ client_id }) => client_id),
          filter,
          { after, perList },
        ),
      dependencies,
    );
    const { items, next } = mergePage(lists, {
      perClient: perList,
      pageSize: query.limit,
      keyOf: ({ place }) => place,
      keep: ({ matches }) => matches === 1,
    });
    const [names, senderOf] = await Promise.all([
      findNames(items, scope, dependencies),
      findSenders(items, scope, dependencies),
    ]);
    const letters = items.map((row) =>
      toLetter(row, {
        masked: isMasked(scope, row.client_id),
        lead: names.leadOf(row),
        sender: senderOf(row.id),
        destinationName: names.destinationOf(row)?.name ?? null,
      }),
    );
    return {
      body: { items: letters, next_cursor: writeCursor(next === null ? null : [state, ...next]) },
      audit: auditReads(access, { action: "dead_letters.listed", rows: ofClients(letters) }),
    };
  },
});
