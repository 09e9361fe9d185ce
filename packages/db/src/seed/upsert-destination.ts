import type { Environment } from "@leadrelay/contracts/environment";
import type { Scope } from "../scope.ts";
import { queries, write, type Statement } from "../statement.ts";
import { requireClient } from "../scope/require-client.ts";

export interface DestinationInput {
  id: string;
  clientId: string;
  name: string;
  /** The adapter, such as `make`. */
  kind: string;
  /** Sealed at table `destinations`, row = id, column `sealed_settings`. */
  sealedSettings: string;
  environments: readonly Environment[];
  /** Of a new one; whoever changed it since is not overruled. */
  takesTests: boolean;
  /** Milliseconds UTC. */
  now: number;
}

/** Adds a destination, or gives the one with this id new settings; mark the client's direct config stale beside it. */
export function upsertDestination(scope: Scope, destination: DestinationInput): Statement<number> {
  requireClient(scope, destination.clientId);
  const changeable = {
    name: destination.name,
    sealed_settings: destination.sealedSettings,
    environments_json: JSON.stringify(destination.environments),
    updated_at: destination.now,
  };
  return write(
    queries
      .insertInto("destinations")
      .values({
        ...changeable,
        id: destination.id,
        client_id: destination.clientId,
        kind: destination.kind,
        enabled: 1,
        disabled_reason: null,
        disabled_at: null,
        takes_test: destination.takesTests ? 1 : 0,
        event_types_json: '["lead.created","lead.reengaged"]',
        retry_schedule: null,
        timeout_ms: null,
        hold_after_refusals: null,
        reply_json: null,
        confirm_json: null,
        shape_json: null,
        created_at: destination.now,
        deleted_at: null,
      })
      .onConflict((conflict) =>
        conflict
          .column("id")
          .doUpdateSet(changeable)
          .where("destinations.client_id", "=", destination.clientId),
      )
      .compile(),
  );
}
