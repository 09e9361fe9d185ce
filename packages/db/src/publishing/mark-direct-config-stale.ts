import type { Scope } from "../scope.ts";
import { queries, write, type Statement } from "../statement.ts";
import { requireClient } from "../scope/require-client.ts";

/** Has what the client's leads need while D1 is away published anew: put it beside every change of a destination or an address list. */
export function markDirectConfigStale(scope: Scope, clientId: string): Statement<number> {
  requireClient(scope, clientId);
  return write(
    queries.updateTable("clients").set({ direct_config_stale: 1 }).where("id", "=", clientId).compile(),
  );
}
