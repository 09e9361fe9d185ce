import type { SharedIdentity } from "@leadrelay/core/identity/identity";
import { sql } from "kysely";
import { jsonChunks } from "../json-rows.ts";
import type { PipelineScope } from "../scope.ts";
import { queries, write, type Statement } from "../statement.ts";

/** Has a search find these leads by details that other leads hold; what is their own, or stands there already, costs no row. */
export const insertShared = (
  _scope: PipelineScope,
  identities: readonly SharedIdentity[],
): Statement<number>[] =>
  jsonChunks(
    identities.map(({ client_id, is_test, kind, value, project_key, lead_id }) => [
      client_id,
      is_test ? 1 : 0,
      kind,
      value,
      sharedPlace(project_key, lead_id),
      lead_id,
      project_key,
    ]),
    "shared_identities",
  ).map((json) =>
    write(
      sql`
        INSERT INTO shared_identities (client_id, is_test, kind, value, place, lead_id)
        SELECT j.value ->> 0, j.value ->> 1, j.value ->> 2, j.value ->> 3, j.value ->> 4, j.value ->> 5
        FROM json_each(${json}) AS j
        WHERE NOT EXISTS (
          SELECT 1 FROM lead_identities AS i
          WHERE i.client_id = j.value ->> 0 AND i.is_test = j.value ->> 1 AND i.kind = j.value ->> 2
            AND i.value = j.value ->> 3 AND i.project_key = j.value ->> 6 AND i.lead_id = j.value ->> 5)
        ON CONFLICT DO NOTHING`.compile(queries),
    ),
  );

/** Sorts with the project keys of identities, and tells all leads that share a detail apart. */
export const sharedPlace = (projectKey: string, leadId: number): string => `${projectKey}\u0001${leadId}`;
