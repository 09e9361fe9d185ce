import { sql } from "kysely";
import type { PipelineScope } from "../scope.ts";
import { queries, rowsOf, type Statement } from "../statement.ts";
import type { ReadLetter } from "./seen-letters.ts";

/** A submission that waits for D1; `payload_json` is the whole message. */
export interface StorageLetter extends ReadLetter {
  payload_json: string;
}

/** Open letters of kind `storage_unavailable`, oldest first. That this answers proves D1 is back. */
export function listStorageLetters(_scope: PipelineScope, limit: number): Statement<StorageLetter[]> {
  // State and kind stand in the text, not in parameters: only so does SQLite use the partial index dead_letters_storage.
  const query = sql<StorageLetter>`
    SELECT id, last_failed_at, payload_json FROM dead_letters
    WHERE state = 'open' AND kind = 'storage_unavailable' AND json_valid(payload_json)
    ORDER BY created_at LIMIT ${limit}`;
  return rowsOf(query.compile(queries), (row) => row);
}
