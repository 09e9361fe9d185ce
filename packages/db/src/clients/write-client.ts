import { defaultStages } from "@leadrelay/contracts/pipeline-stages";
import type { OperatorScope } from "../scope.ts";
import { queries, write, type Statement } from "../statement.ts";
import type { ClientDetails } from "./clients-by-ids.ts";
import { requireAgency } from "../scope/require-agency.ts";
import { requireClient } from "../scope/require-client.ts";

export interface NewClient {
  id: string;
  agencyId: string;
  name: string;
  timeZone: string | null;
  /** ISO 3166. */
  phoneCountry: string | null;
  /** Milliseconds UTC. */
  now: number;
}

/** Adds a client to an agency of the scope. */
export function insertClient(scope: OperatorScope, client: NewClient): Statement<number> {
  requireAgency(scope, client.agencyId);
  return write(
    queries
      .insertInto("clients")
      .values({
        id: client.id,
        agency_id: client.agencyId,
        name: client.name,
        database_binding: "DB",
        test_strings_json: "[]",
        suspicion_weights_json: "{}",
        stages_json: JSON.stringify(defaultStages),
        time_zone: client.timeZone,
        phone_country: client.phoneCountry,
        direct_config_stale: 1,
        created_at: client.now,
        updated_at: client.now,
        deleted_at: null,
      })
      .compile(),
  );
}

/** Writes what may change of a client, and has what its leads need during an outage published anew. */
export function updateClient(scope: OperatorScope, client: ClientDetails): Statement<number> {
  requireClient(scope, client.id);
  return write(
    queries
      .updateTable("clients")
      .set({
        name: client.name,
        test_strings_json: JSON.stringify(client.test_strings),
        suspicion_weights_json: JSON.stringify(client.suspicion_weights),
        stages_json: JSON.stringify(client.stages),
        time_zone: client.time_zone,
        phone_country: client.phone_country,
        direct_config_stale: 1,
        updated_at: client.updated_at,
        deleted_at: client.deleted_at,
      })
      .where("id", "=", client.id)
      .compile(),
  );
}
