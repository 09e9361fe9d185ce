import { sql } from "kysely";
import type { PipelineScope } from "../scope.ts";
import { queries, rowsOf, type Statement } from "../statement.ts";
import type { ReadLetter } from "./seen-letters.ts";

/**
 * Open letters of submissions to this form key that no form took, oldest first, at most `most`, of those that came at `sinceMs` or later. They
 * have no client, so the caller answers for it that the key is its own.
 */
export const lettersOfForm = (
  _scope: PipelineScope,
  { formKey, sinceMs, most }: { formKey: string; sinceMs: number; most: number },
): Statement<ReadLetter[]> =>
  rowsOf(
    sql<ReadLetter>`
      SELECT id, last_failed_at FROM dead_letters INDEXED BY dead_letters_of_form
      WHERE kind = 'unknown_form' AND state = 'open' AND iif(json_valid(payload_json), json_extract(payload_json, '$.form_key'), NULL) = ${formKey}
        AND client_id IS NULL AND first_failed_at >= ${sinceMs}
      ORDER BY first_failed_at LIMIT ${most}`.compile(queries),
    (row) => row,
  );
