import { compareKeys, mergePage, type ListKey } from "@leadrelay/core/lists/merge-page";
import type { SearchKey } from "@leadrelay/core/search/search-ranges";
import { nameWords } from "@leadrelay/core/identity/name-words";
import { stageOf, unmoved } from "@leadrelay/core/pipeline/stage-of";
import type { Lead } from "@leadrelay/db/leads/lead";
import { leadsByName } from "@leadrelay/db/leads/leads-by-name";
import { leadsSeen, leadsSubmitted } from "@leadrelay/db/leads/leads-submitted";
import { leadsOfStage, newestLeads } from "@leadrelay/db/leads/newest-leads";
import type { OperatorScope } from "@leadrelay/db/scope";
import { startOfPeriod } from "@leadrelay/db/submissions/submitted-key";
import type { AdminDependencies } from "../dependencies.ts";
import { askLeadDatabases } from "../lead-databases/ask-lead-databases.ts";
import { rowsOfEach } from "../lead-databases/row-budget.ts";
import { readListCursor } from "../pages/cursor.ts";
import { findByContact } from "./find-by-contact.ts";
import { findByName } from "./find-by-name.ts";
import { isFiltered, type LeadQuery } from "./lead-query.ts";
import { readClientsOf } from "./read-clients-of.ts";
import type { LeadSearch } from "./read-search.ts";

/** A place in a list of leads. */
interface LeadRow {
  key: ListKey;
  /** null: what stands there is none of the list, and was read to go on from. */
  lead: Lead | null;
}

/** What was read for a page. */
export interface LeadLists {
  /** Which list: a cursor of one means nothing in another. */
  name: string;
  lists: LeadRow[][];
  /** How long a list is that goes on. */
  limit: number;
  /** They are sorted smallest key first. */
  isAscending?: boolean;
}

/** D1 counts an entry of the index, the list it is gathered in, and the lead. */
const readsPerRow = 3;

/** Reads what a page of leads is made of, through the index that serves the question. */
export async function readLeadLists(
  query: LeadQuery,
  search: LeadSearch | null,
  scope: OperatorScope,
  dependencies: AdminDependencies,
): Promise<LeadLists> {
  if (search !== null) return searched(query, search, scope, dependencies);
  const isOfPeriod = query.since !== undefined || query.until !== undefined;
  const { sort = "newest" } = query;
  const perClient = rowsOfEach({
    clients: scope.clients.length,
    pageSize: query.limit,
    readsPerRow,
    isFiltered: isFiltered(query) || isOfPeriod || sort !== "newest",
  });
  if (sort === "name") return named(query, scope, dependencies);
  if (sort === "last_seen") return seen(query, perClient, scope, dependencies);
  if (sort === "oldest") return newest(query, perClient, scope, dependencies);
  return isOfPeriod
    ? submitted(query, perClient, scope, dependencies)
    : newest(query, perClient, scope, dependencies);
}

async function newest(
  { cursor, status, sort }: LeadQuery,
  perClient: number,
  scope: OperatorScope,
  dependencies: AdminDependencies,
): Promise<LeadLists> {
  const isAscending = sort === "oldest";
  const isOfStage = !isAscending && status !== undefined && (await isReached(status, scope, dependencies));
  const name = isAscending ? "oldest" : isOfStage ? `stage ${status}` : "newest";
  const after = readListCursor(cursor, name, [""] as const);
  const found = await askLeadDatabases(scope, dependencies, (clientIds) =>
    isOfStage
      ? leadsOfStage(scope, clientIds, { status, after, perClient })
      : newestLeads(scope, clientIds, { after, perClient, isAscending }),
  );
  const rows = found.flat().map((lead) => ({ key: [lead.public_id], client: lead.client_id, lead }));
  return { name, lists: listOfEachClient(rows, isAscending), limit: perClient, isAscending };
}

/** Whether only leads that somebody moved stand at a stage: the first of a pipeline has those that nobody moved. */
async function isReached(
  status: string,
  scope: OperatorScope,
  dependencies: AdminDependencies,
): Promise<boolean> {
  const clients = scope.clients.map(({ id }) => ({ client_id: id }));
  const { stagesOf } = await readClientsOf(clients, scope, dependencies);
  return clients.every(({ client_id }) => stageOf(unmoved, stagesOf(client_id)) !== status);
}

async function seen(
  { cursor }: LeadQuery,
  perClient: number,
  scope: OperatorScope,
  dependencies: AdminDependencies,
): Promise<LeadLists> {
  const after = readListCursor(cursor, "last_seen", [0, 0, 0, ""] as const) ?? startOfPeriod();
  const found = await askLeadDatabases(scope, dependencies, (clientIds) =>
    leadsSeen(scope, clientIds, { after, perClient }),
  );
  const rows = found.flat().map(({ key, lead }) => ({ key, client: key[3], lead }));
  return { name: "last_seen", lists: listOfEachClient(rows), limit: perClient };
}

async function named(
  { cursor, is_test, limit: pageSize }: LeadQuery,
  scope: OperatorScope,
  dependencies: AdminDependencies,
): Promise<LeadLists> {
  const live = is_test === undefined ? ([1, 0] as const) : ([is_test === "true" ? 0 : 1] as const);
  const perList = rowsOfEach({
    clients: scope.clients.length,
    lists: scope.clients.length * live.length,
    pageSize,
    readsPerRow,
    isFiltered: true,
  });
  const after = readListCursor(cursor, "name", ["", 0, ""] as const) ?? ["", 0, ""];
  const found = await askLeadDatabases(scope, dependencies, (clientIds) =>
    leadsByName(scope, clientIds, { live, after, perList }),
  );
  const rows = found.flat().map(({ key, lead }) => ({
    key,
    client: `${lead.client_id} ${lead.is_test}`,
    // A lead stands under every word of every name it had; it is listed by the first of the one it has.
    lead: nameWords(lead.contact_name)[0] === key[0] ? lead : null,
  }));
  return { name: "name", lists: listOfEachClient(rows, true), limit: perList, isAscending: true };
}

async function submitted(
  query: LeadQuery,
  perClient: number,
  scope: OperatorScope,
  dependencies: AdminDependencies,
): Promise<LeadLists> {
  const { since = 0, until } = query;
  const after = readListCursor(query.cursor, "submitted", [0, 0, 0, ""] as const) ?? startOfPeriod(until);
  const found = await askLeadDatabases(scope, dependencies, (clientIds) =>
    leadsSubmitted(scope, clientIds, { since, after, perClient }),
  );
  const rows = found.flat().map(({ key, lead }) => ({ key, client: key[3], lead }));
  return { name: "submitted", lists: listOfEachClient(rows), limit: perClient };
}

function listOfEachClient<Row extends LeadRow & { client: string }>(
  rows: readonly Row[],
  isAscending = false,
): Row[][] {
  const lists = [...Map.groupBy(rows, ({ client }) => client).values()];
  const direction = isAscending ? -1 : 1;
  return lists.map((list) => list.toSorted((a, b) => direction * compareKeys(b.key, a.key)));
}

async function searched(
  query: LeadQuery,
  { by, text }: LeadSearch,
  scope: OperatorScope,
  dependencies: AdminDependencies,
): Promise<LeadLists> {
  const example: SearchKey = [0, "", 0, "", by === "name" ? 0 : ""];
  const part = {
    scope,
    live: query.is_test === undefined ? ([1, 0] as const) : ([query.is_test === "true" ? 0 : 1] as const),
    after: readListCursor(query.cursor, by, example),
    pageSize: query.limit,
  };
  const { lists, limit, keep } =
    by === "name"
      ? await findByName(text, part, dependencies)
      : await findByContact(by, text, part, dependencies);
  const rows = lists.map((list) =>
    list.map((found) => ({ ...found, lead: keep(found) ? found.lead : null })),
  );
  return { name: by, lists: rows, limit };
}

/** One page of them. A lead that stands there twice is shown once. */
export function toLeadPage(
  { lists, limit, isAscending = false }: LeadLists,
  pageSize: number,
  isWanted: (lead: Lead) => boolean,
): { leads: Lead[]; next: ListKey | null } {
  const { items, next } = mergePage(lists, {
    perClient: limit,
    pageSize,
    keyOf: ({ key }) => key,
    keep: ({ lead }) => lead !== null && isWanted(lead),
    isAscending,
  });
  const leads = new Map(items.flatMap(({ lead }) => (lead === null ? [] : [[lead.public_id, lead]])));
  return { leads: [...leads.values()], next };
}
