import { sql } from "kysely";
import { jsonValues } from "../lists/json-values.ts";
import type { OperatorScope } from "../scope.ts";
import { isInScope } from "../scope/is-in-scope.ts";
import { queries, type Statement } from "../statement.ts";
import type { DeadLettersTable } from "../tables/dead-letters-table.ts";

/** A letter without what it is to be sent again with. */
export type LetterRow = Omit<DeadLettersTable, "payload_json">;

/** These letters, those of the scope only; one without a client is the installation's. */
export const lettersByIds = (scope: OperatorScope, ids: readonly string[]): Statement<LetterRow[]> => ({
  query: sql`
    SELECT letter.id, letter.client_id, letter.kind, letter.cause, letter.state, letter.submission_id, letter.lead_id,
      letter.event_id, letter.destination_id, letter.attempts, letter.last_status_code, letter.last_error,
      letter.first_failed_at, letter.last_failed_at, letter.settled_by, letter.settled_at, letter.settle_reason,
      letter.created_at, letter.fingerprint
    FROM ${jsonValues(ids)} AS wanted CROSS JOIN dead_letters AS letter ON letter.id = wanted.value`.compile(
    queries,
  ),
  read: (rows) => (rows as LetterRow[]).filter(({ client_id }) => isInScope(scope, client_id)),
});
