import { byIds } from "../lists/by-ids.ts";
import type { OperatorScope } from "../scope.ts";
import { mapResult, type Statement } from "../statement.ts";
import type { LeadsTable } from "../tables/leads-table.ts";
import { toLead, type Lead } from "./lead.ts";

/** These leads by the table's ids, in no order; an erased one is not in the result. */
export const leadsByIds = (scope: OperatorScope, ids: readonly number[]): Statement<Lead[]> =>
  mapResult(byIds<LeadsTable>(scope, "found.*", "leads", ids), (rows) => rows.map(toLead));
