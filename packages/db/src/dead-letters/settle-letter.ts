import { sql } from "kysely";
import { abortUnless } from "../abort-unless.ts";
import type { OperatorScope } from "../scope.ts";
import type { Statement } from "../statement.ts";
import type { LetterRecord } from "./find-letter.ts";
import { requirePart } from "../scope/require-part.ts";
import { settleOpenLetters, type Settling } from "./settle-open-letters.ts";

/**
 * Settles an open letter. The first statement aborts the batch (`classifyStorageError`: conflict) when it was settled, or failed again,
 * meanwhile.
 */
export function settleLetter(
  scope: OperatorScope,
  { id, client_id, last_failed_at }: LetterRecord,
  settling: Settling,
): readonly Statement<number>[] {
  requirePart(scope, client_id);
  return [
    abortUnless(sql`EXISTS (
      SELECT 1 FROM dead_letters WHERE id = ${id} AND state = 'open' AND last_failed_at = ${last_failed_at})`),
    settleOpenLetters(scope, settling, { which: sql`id = ${id}` }),
  ];
}
