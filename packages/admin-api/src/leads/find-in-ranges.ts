import { searchRanges, type SearchKey, type SearchRange } from "@leadrelay/core/search/search-ranges";
import type { FoundLead } from "@leadrelay/db/leads/found-lead";
import type { OperatorScope } from "@leadrelay/db/scope";
import type { Statement } from "@leadrelay/db/statement";
import type { AdminDependencies } from "../dependencies.ts";
import { askLeadDatabases } from "../lead-databases/ask-lead-databases.ts";

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
