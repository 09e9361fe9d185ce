import { mergePage } from "@leadrelay/core/lists/merge-page";
import { runBatch } from "@leadrelay/db/run-batch";
import type { OperatorScope } from "@leadrelay/db/scope";
import {
  deadLetterGroups,
  type DeadLetterGroup,
  type GroupKey,
} from "@leadrelay/db/dead-letters/dead-letter-groups";
import { isMasked } from "../access/is-masked.ts";
import { narrowToFilter } from "../access/narrow-to-filter.ts";
import { readDestinations } from "../deliveries/read-destinations.ts";
import type { AdminDependencies } from "../dependencies.ts";
import { readEndpoint } from "../endpoint/endpoint.ts";
import { rowsOfEach } from "../lead-databases/row-budget.ts";
import { readCursor, writeCursor } from "../pages/cursor.ts";
import { pageOf, pageQuery } from "../pages/page.ts";
import { idQuery } from "../pages/time-query.ts";
import { groupSchema, toGroup } from "./letter-group.ts";
import { letterParts } from "./letter-parts.ts";

const readsPerRow = 1;
/** Its destination is looked up. */
const readsPerShown = 1;

export const listGroups = readEndpoint({
  path: "/api/dead-letter-groups",
  operationId: "listDeadLetterGroups",
  tag: "Dead letters",
  summary: "List what open dead letters have in common: destination, answer and error text",
  description: "What failed last comes first. A page may be short and still have a next one.",
  access: { permission: "leads:read" },
  query: pageQuery.extend({ client_id: idQuery, destination_id: idQuery }),
  answer: pageOf(groupSchema),
  async handle({ query, access, dependencies }) {
    const scope = await narrowToFilter(access.scope, query, dependencies);
    const { destination_id: destinationId, limit } = query;
    const parts = letterParts(scope, dependencies);
    const perClient = rowsOfEach({
      clients: scope.clients.length,
      lists: parts.length,
      pageSize: limit,
      readsPerRow,
      readsPerShown,
      isFiltered: destinationId !== undefined,
    });
    const after = readCursor(query.cursor, [0, ""] as const);
    const lists = await readGroups(scope, { after, limit: perClient }, dependencies);
    const { items, next } = mergePage(lists, {
      perClient,
      pageSize: limit,
      keyOf: ({ last_failed_at, sample_letter_id }) => [last_failed_at, sample_letter_id],
      keep: ({ destination_id }) => destinationId === undefined || destination_id === destinationId,
    });
    const named = items.flatMap(({ destination_id }) => destination_id ?? []);
    const lookup = await readDestinations(named, scope, dependencies);
    return {
      body: {
        items: items.map((group) =>
          toGroup(group, {
            masked: isMasked(scope, group.client_id),
            destination: lookup(group.destination_id ?? ""),
          }),
        ),
        next_cursor: writeCursor(next),
      },
    };
  },
});

async function readGroups(
  scope: OperatorScope,
  page: { after: GroupKey | null; limit: number },
  dependencies: AdminDependencies,
): Promise<DeadLetterGroup[][]> {
  const databases = Map.groupBy(letterParts(scope, dependencies), ({ database }) => database);
  const lists = await Promise.all(
    [...databases].map(([database, parts]) =>
      runBatch(
        dependencies.leadDatabase(database),
        parts.map(({ client_id }) => deadLetterGroups(scope, client_id, page)),
      ),
    ),
  );
  return lists.flat();
}
