import type { Flag } from "../tables/flag.ts";
import { sql, type RawBuilder } from "kysely";
import { letterColumns, type LetterRow } from "./letter-columns.ts";

/** A place in a list of letters: when it failed last (ms), and its id. */
export type LetterPlace = readonly [number, string];

/** A dead letter as lists show it. */
export interface ListedLetter extends LetterRow {
  /** The filter wants it. A list holds the others too, because they tell how far it was read. */
  matches: Flag;
  place: LetterPlace;
}

/** A row of `dead_letters`, under the name `letter`, as the JSON of a `ListedLetter`. */
export const letterItem = (matches: RawBuilder<unknown>) => sql<string>`json_object(
  ${sql.raw(letterColumns.map((column) => `'${column}', letter.${column}`).join(", "))},
  'matches', ${matches}, 'place', json_array(letter.last_failed_at, letter.id))`;
