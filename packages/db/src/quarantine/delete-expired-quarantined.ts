import { sql } from "kysely";
import { jsonValues } from "../lists/json-values.ts";
import type { PipelineScope } from "../scope.ts";
import { queries, rowsOf, write, type Statement } from "../statement.ts";
import type { QuarantineKey } from "./mark-released.ts";

/** SQL: the payload is not in the row, because KV did not give it when the row was made. */
const isInKv = sql`json_type(message_json, '$.payload') = 'null'`;

/** Quarantined submissions whose time is over, released or not, of the oldest so many: those whose payload KV does not hold. */
export const deleteExpiredQuarantined = (
  _scope: PipelineScope,
  beforeMs: number,
  limit: number,
): Statement<number> =>
  write(
    sql`
      DELETE FROM quarantined_submissions WHERE NOT (${isInKv}) AND (client_id, public_id) IN (
        SELECT client_id, public_id FROM quarantined_submissions
        WHERE expires_at <= ${beforeMs} ORDER BY expires_at LIMIT ${limit})`.compile(queries),
  );

/** Of the same oldest ones those whose payload KV holds, at most `atOnce`: the row goes once KV has forgotten it. */
export const expiredWithPayloadInKv = (
  _scope: PipelineScope,
  beforeMs: number,
  limit: number,
  atOnce: number,
): Statement<QuarantineKey[]> =>
  rowsOf(
    sql<QuarantineKey>`
      SELECT client_id, public_id FROM (
        SELECT client_id, public_id, message_json FROM quarantined_submissions
        WHERE expires_at <= ${beforeMs} ORDER BY expires_at LIMIT ${limit})
      WHERE ${isInKv} LIMIT ${atOnce}`.compile(queries),
    (row) => row,
  );

/** Removes these quarantined submissions. */
export const deleteQuarantinedRows = (
  _scope: PipelineScope,
  keys: readonly QuarantineKey[],
): Statement<number> =>
  write(
    sql`
      DELETE FROM quarantined_submissions WHERE (client_id, public_id) IN (
        SELECT value ->> 0, value ->> 1 FROM ${jsonValues(keys.map(({ client_id, public_id }) => [client_id, public_id]))})`.compile(
      queries,
    ),
  );
