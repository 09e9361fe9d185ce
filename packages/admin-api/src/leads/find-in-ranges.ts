import { searchRanges, type SearchKey, type SearchRange } from "@leadrelay/core/search/search-ranges";
import type { FoundLead } from "@leadrelay/db/leads/found-lead";
import type { OperatorScope } from "@leadrelay/db/scope";
import type { Statement } from "@leadrelay/db/statement";
import type { AdminDependencies } from "../dependencies.ts";
import { askLeadDatabases } from "../lead-databases/ask-lead-databases.ts";
import { rowBudget } from "../lead-databases/row-budget.ts";

/** Which part of a search is asked for. */
export interface SearchPart {
  scope: OperatorScope;
  /** Live leads (1), tests (0), or both. */
  live: readonly (0 | 1)[];
  after: SearchKey | null;
  pageSize: number;
}

/** What a search found: a list for each database, and how long one is that goes on. */
export interface Found {
  lists: FoundLead[][];
  limit: number;
  /** What the index does not know of what was asked. */
  keep: (found: FoundLead) => boolean;
}

/**
 * D1 counts of what is found an entry of the index, the list it is gathered in and the lead; and of the range where a page ends, entries
 * that do not come into it any more.
 */
const readsPerFound = 4;

/** It counts a range, too, in which nothing is found: of each beginning there is one for what is exactly so and one for what goes on. */
const rangesPerBeginning = 2;

/**
 * How many leads a search may find in each database.
 * @param spent rows read already
 * @param perFound rows read of a lead beside
 */
export function mostFound(
  { scope, live, pageSize }: SearchPart,
  { beginnings, spent, perFound }: { beginnings: number; spent: number; perFound: number },
): number {
  const ranges = scope.clients.length * live.length * beginnings * rangesPerBeginning;
  const databases = new Set(scope.clients.map(({ database }) => database)).size;
  const budget = rowBudget(scope.clients.length, pageSize);
  const left = budget - spent - ranges;
  const affordable = Math.floor(left / ((readsPerFound + perFound) * Math.max(1, databases)));
  // Of so many clients that to know them is all a page may read, it is a full one all the same.
  return budget === 0 ? pageSize : Math.max(1, Math.min(pageSize + 1, affordable));
}

/** Asks each database for what begins so. */
export const findInRanges = (
  { beginnings, highest }: { beginnings: readonly string[]; highest: string | number },
  { scope, live, after }: SearchPart,
  statementFor: (ranges: readonly SearchRange[]) => Statement<FoundLead[]>,
  dependencies: AdminDependencies,
): Promise<FoundLead[][]> =>
  askLeadDatabases(scope, dependencies, (clientIds) =>
    statementFor(searchRanges(beginnings, { clientIds, live, highest, after })),
  );
