import type { DeadLettersTable } from "../tables/dead-letters-table.ts";
import type { Flag } from "../tables/flag.ts";
import { sql, type RawBuilder } from "kysely";

/** A place in a list of letters: when it failed last (ms), and its id. */
export type LetterPlace = readonly [number, string];

/** A dead letter as lists show it, without what it is to be sent again with. */
export interface ListedLetter extends Omit<DeadLettersTable, "payload_json"> {
  /** The filter wants it. A list holds the others too, because they tell how far it was read. */
  matches: Flag;
  place: LetterPlace;
}

const columns = [
  "id",
  "client_id",
  "kind",
  "cause",
  "state",
  "submission_id",
  "lead_id",
  "event_id",
  "destination_id",
  "attempts",
  "last_status_code",
  "last_error",
  "first_failed_at",
  "last_failed_at",
  "settled_by",
  "settled_at",
  "settle_reason",
  "created_at",
  "fingerprint",
] as const satisfies readonly (keyof ListedLetter)[];

/** A row of `dead_letters`, under the name `letter`, as the JSON of a `ListedLetter`. */
export const letterItem = (matches: RawBuilder<unknown>) => sql<string>`json_object(
  ${sql.raw(columns.map((column) => `'${column}', letter.${column}`).join(", "))},
  'matches', ${matches}, 'place', json_array(letter.last_failed_at, letter.id))`;
