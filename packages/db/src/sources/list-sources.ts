import { ownedRows, type OwnedRange } from "../lists/owned-rows.ts";
import type { OperatorScope } from "../scope.ts";
import { rowsOf, type Statement } from "../statement.ts";
import type { SourcesTable } from "../tables/sources-table.ts";
import { toSource, type SourceDetails } from "./source.ts";

/** Sources of the scope's clients, deleted ones too: client by client, newest first. */
export const listSources = (scope: OperatorScope, range: OwnedRange): Statement<SourceDetails[]> =>
  rowsOf(ownedRows<SourcesTable>(scope, "sources", range), toSource);
