import { compareKeys, mergePage, type ListKey } from "@leadrelay/core/lists/merge-page";
import type { SearchKey } from "@leadrelay/core/search/search-ranges";
import type { Lead } from "@leadrelay/db/leads/lead";
import { leadsSubmitted } from "@leadrelay/db/leads/leads-submitted";
import { newestLeads } from "@leadrelay/db/leads/newest-leads";
import type { OperatorScope } from "@leadrelay/db/scope";
import { startOfPeriod } from "@leadrelay/db/submissions/submitted-key";
import type { AdminDependencies } from "../dependencies.ts";
import { askLeadDatabases } from "../lead-databases/ask-lead-databases.ts";
import { rowsOfEach } from "../lead-databases/row-budget.ts";
import { readListCursor } from "../pages/cursor.ts";
import { findByContact } from "./find-by-contact.ts";
import { findByName } from "./find-by-name.ts";
import { isFiltered, type LeadQuery } from "./lead-query.ts";
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
  const perClient = rowsOfEach({
    clients: scope.clients.length,
    pageSize: query.limit,
    readsPerRow,
    isFiltered: isFiltered(query) || isOfPeriod,
  });
  return isOfPeriod
    ? submitted(query, perClient, scope, dependencies)
    : newest(query, perClient, scope, dependencies);
}

async function newest(
  query: LeadQuery,
  perClient: number,
  scope: OperatorScope,
  dependencies: AdminDependencies,
): Promise<LeadLists> {
  const after = readListCursor(query.cursor, "newest", [""] as const);
  const found = await askLeadDatabases(scope, dependencies, (clientIds) =>
    newestLeads(scope, clientIds, { after, perClient }),
  );
  const rows = found.flat().map((lead) => ({ key: [lead.public_id], client: lead.client_id, lead }));
  return { name: "newest", lists: listOfEachClient(rows), limit: perClient };
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

function listOfEachClient<Row extends LeadRow & { client: string }>(rows: readonly Row[]): Row[][] {
  const lists = [...Map.groupBy(rows, ({ client }) => client).values()];
  return lists.map((list) => list.toSorted((a, b) => compareKeys(b.key, a.key)));
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
  { lists, limit }: LeadLists,
  pageSize: number,
  isWanted: (lead: Lead) => boolean,
): { leads: Lead[]; next: ListKey | null } {
  const { items, next } = mergePage(lists, {
    perClient: limit,
    pageSize,
    keyOf: ({ key }) => key,
    keep: ({ lead }) => lead !== null && isWanted(lead),
  });
  const leads = new Map(items.flatMap(({ lead }) => (lead === null ? [] : [[lead.public_id, lead]])));
  return { leads: [...leads.values()], next };
}
