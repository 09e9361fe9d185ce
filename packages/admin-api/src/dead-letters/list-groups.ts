import { mergePage } from "@leadrelay/core/lists/merge-page";
import { runBatch, runOne } from "@leadrelay/db/run-batch";
import type { OperatorScope } from "@leadrelay/db/scope";
import {
  deadLetterGroups,
  type DeadLetterGroup,
  type GroupKey,
} from "@leadrelay/db/dead-letters/dead-letter-groups";
import { auditReads, ofClients } from "../access/audit-reads.ts";
import { isMasked } from "../access/is-masked.ts";
import { narrowToFilter } from "../access/narrow-to-filter.ts";
import { findNames } from "../deliveries/find-names.ts";
import { readDestinations } from "../deliveries/read-destinations.ts";
import type { AdminDependencies } from "../dependencies.ts";
import { readEndpoint } from "../endpoint/endpoint.ts";
import { rowsOfEach } from "../lead-databases/row-budget.ts";
import { readCursor, writeCursor } from "../pages/cursor.ts";
import { pageOf, pageQuery } from "../pages/page.ts";
import { idQuery } from "../pages/time-query.ts";
import { lettersByIds } from "@leadrelay/db/dead-letters/letters-by-ids";
import { findSenders } from "./find-senders.ts";
import { groupSchema, toGroup } from "./letter-group.ts";
import { letterParts } from "./letter-parts.ts";

const readsPerRow = 1;
/** Its destination is looked up; its sample letter, and that letter's lead or message. */
const readsPerShown = 3;

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
    const samples = await findSamples(items, scope, dependencies);
    const rows = items.map((group) => ({ ...group, lead_id: samples.get(group.sample_letter_id) ?? null }));
    const letters = rows.map(({ sample_letter_id, client_id, lead_id }) => ({
      id: sample_letter_id,
      client_id,
      lead_id,
    }));
    const named = items.flatMap(({ destination_id }) => destination_id ?? []);
    const [lookup, names, senderOf] = await Promise.all([
      readDestinations(named, scope, dependencies),
      findNames(
        rows.map((row) => ({ ...row, destination_id: null })),
        scope,
        dependencies,
      ),
      findSenders(letters, scope, dependencies),
    ]);
    const groups = rows.map((group) =>
      toGroup(group, {
        masked: isMasked(scope, group.client_id),
        destination: lookup(group.destination_id ?? ""),
        person: names.leadOf(group) ?? senderOf(group.sample_letter_id),
      }),
    );
    return {
      body: { items: groups, next_cursor: writeCursor(next) },
      audit: auditReads(access, { action: "dead_letters.listed", rows: ofClients(groups) }),
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

/** The leads of the groups' sample letters, by the letters' ids. */
async function findSamples(
  groups: readonly DeadLetterGroup[],
  scope: OperatorScope,
  dependencies: AdminDependencies,
): Promise<ReadonlyMap<string, number | null>> {
  const databases = new Set(letterParts(scope, dependencies).map(({ database }) => database));
  const ids = groups.map(({ sample_letter_id }) => sample_letter_id);
  if (ids.length === 0) return new Map();
  const found = await Promise.all(
    [...databases].map((database) => runOne(dependencies.leadDatabase(database), lettersByIds(scope, ids))),
  );
  return new Map(found.flat().map(({ id, lead_id }) => [id, lead_id]));
}
