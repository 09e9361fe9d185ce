import type { SearchRange } from "@leadrelay/core/search/search-ranges";
import { requireClients } from "../scope/require-client.ts";
import { jsonValues } from "../lists/json-values.ts";
import type { OperatorScope } from "../scope.ts";

/** SQL: a table of these ranges, in their order: `[rank, client, live, low, upper text, upper last]`. */
export function rangeValues(scope: OperatorScope, ranges: readonly SearchRange[]) {
  requireClients(scope, [...new Set(ranges.map(({ client_id }) => client_id))]);
  return jsonValues(
    ranges.map(({ rank, client_id, is_live, low, upper }) => [rank, client_id, is_live, low, ...upper]),
  );
}
