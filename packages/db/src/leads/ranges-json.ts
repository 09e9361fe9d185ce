import type { SearchRange } from "@leadrelay/core/search/search-ranges";
import { requireClients } from "../control/require-client.ts";
import type { OperatorScope } from "../scope.ts";

/** Any number of ranges as one parameter: rank, client, live, low, upper text, upper last. */
export function rangesJson(scope: OperatorScope, ranges: readonly SearchRange[]): string {
  requireClients(scope, [...new Set(ranges.map(({ client_id }) => client_id))]);
  return JSON.stringify(
    ranges.map(({ rank, client_id, is_live, low, upper }) => [rank, client_id, is_live, low, ...upper]),
  );
}
