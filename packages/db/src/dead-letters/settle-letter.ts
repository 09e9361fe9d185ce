import { sql } from "kysely";
import { abortUnless } from "../abort-unless.ts";
import type { OperatorScope } from "../scope.ts";
import { queries, write, type Statement } from "../statement.ts";
import type { ChangedBy } from "../deliveries/change-delivery.ts";
import type { LetterRecord } from "./find-letter.ts";
import { requirePart } from "../scope/require-part.ts";

/**
 * Settles an open letter. The first statement aborts the batch (`classifyStorageError`: conflict) when it was settled, or failed again,
 * meanwhile.
 */
export function settleLetter(
  scope: OperatorScope,
  { id, client_id, last_failed_at }: LetterRecord,
  { state, reason, by, nowMs }: ChangedBy & { state: "replayed" | "discarded"; reason: string },
): readonly Statement<number>[] {
  requirePart(scope, client_id);
  return [
    abortUnless(sql`EXISTS (
      SELECT 1 FROM dead_letters WHERE id = ${id} AND state = 'open' AND last_failed_at = ${last_failed_at})`),
    write(
      sql`
        UPDATE dead_letters SET state = ${state}, settled_by = ${by}, settled_at = ${nowMs}, settle_reason = ${reason}
        WHERE id = ${id} AND state = 'open'`.compile(queries),
    ),
  ];
}
