import { sql } from "kysely";

/** A letter as it was read. One that failed again since has another time (ms). */
export interface ReadLetter {
  id: string;
  last_failed_at: number;
}

/** For `FROM`: these letters, as `seen`. */
export const seenLetters = (letters: readonly ReadLetter[]) => {
  const rows = letters.map(({ id, last_failed_at }) => [id, last_failed_at]);
  return sql`json_each(${JSON.stringify(rows)}) AS seen`;
};

/**
 * Joins `dead_letters` to `seen` where a letter has not failed again. Whoever sends a letter's message before the letter is closed must
 * ask this: else the failure of that very message would be closed with it.
 */
export const isAsSeen = sql`dead_letters.id = seen.value ->> 0 AND dead_letters.last_failed_at = seen.value ->> 1`;
