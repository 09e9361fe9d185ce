import { defaultStages } from "@leadrelay/contracts/pipeline-stages";
import type { Scope } from "../scope.ts";
import { queries, write, type Statement } from "../statement.ts";
import { requireClient } from "../scope/require-client.ts";

export interface ClientInput {
  id: string;
  agencyId: string;
  name: string;
  /** Milliseconds UTC. */
  now: number;
}

/** Adds a client, or renames the one with this id; the sweep then publishes what its leads need while D1 is away. */
export function upsertClient(scope: Scope, client: ClientInput): Statement<number> {
  requireClient(scope, client.id);
  const row = {
    id: client.id,
    agency_id: client.agencyId,
    name: client.name,
    database_binding: "DB",
    test_strings_json: "[]",
    suspicion_weights_json: "{}",
    stages_json: JSON.stringify(defaultStages),
    direct_config_stale: 1 as const,
    created_at: client.now,
    updated_at: client.now,
    deleted_at: null,
  };
  return write(
    queries
      .insertInto("clients")
      .values(row)
      .onConflict((conflict) =>
        conflict
          .column("id")
          .doUpdateSet({ name: row.name, direct_config_stale: 1, updated_at: row.updated_at })
          .where("clients.agency_id", "=", row.agency_id),
      )
      .compile(),
  );
}
