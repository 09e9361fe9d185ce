import type { Scope } from "../scope.ts";
import { queries, write, type Statement } from "../statement.ts";
import { requireClient } from "../scope/require-client.ts";

/** Names a client's destination; `now` in milliseconds UTC. */
export interface DestinationToEnable {
  id: string;
  clientId: string;
  now: number;
}

/** Switches a destination on again that a 410 switched off, and none that a person did; mark the client's direct config stale beside it. */
export function enableDestination(scope: Scope, destination: DestinationToEnable): Statement<number> {
  requireClient(scope, destination.clientId);
  return write(
    queries
      .updateTable("destinations")
      .set({ enabled: 1, disabled_reason: null, disabled_at: null, updated_at: destination.now })
      .where("id", "=", destination.id)
      .where("client_id", "=", destination.clientId)
      .where("enabled", "=", 0)
      .where("disabled_reason", "=", "gone")
      .compile(),
  );
}
