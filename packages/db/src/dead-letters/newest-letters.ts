import type { DeadLetterKind, DeadLetterState } from "@leadrelay/contracts/dead-letter";
import { sql } from "kysely";
import { listOfEach } from "../lists/list-of-each.ts";
import type { PartOfList } from "../lists/part-of-list.ts";
import { requirePart } from "../scope/require-part.ts";
import type { OperatorScope } from "../scope.ts";
import type { Statement } from "../statement.ts";
import { letterItem, type LetterPlace, type ListedLetter } from "./listed-letter.ts";

/** What narrows a list of letters. Times in ms of the last failure, `since` included, `until` not. */
export interface LetterFilter {
  state: DeadLetterState;
  since?: number | undefined;
  until?: number | undefined;
  // No index serves these.
  kind?: DeadLetterKind | undefined;
  cause?: string | undefined;
  destinationId?: string | undefined;
  fingerprint?: string | undefined;
}

/** Each client's letters (null: those without a client), what failed last coming first, through `dead_letters_listed`. */
export function newestLetters(
  scope: OperatorScope,
  clientIds: readonly (string | null)[],
  filter: LetterFilter,
  { after, perList }: PartOfList<LetterPlace>,
): Statement<ListedLetter[][]> {
  for (const id of clientIds) requirePart(scope, id);
  // Two upper bounds, and SQLite might seek by the wrong one.
  const upTo =
    after === null
      ? sql`letter.last_failed_at < ${filter.until ?? Number.MAX_SAFE_INTEGER}`
      : sql`(letter.last_failed_at, letter.id) < (${sql.join(after)})`;
  return listOfEach<ListedLetter>(
    clientIds,
    sql`
      SELECT ${letterItem(matchesOf(filter))} AS item FROM dead_letters AS letter
      WHERE letter.client_id IS wanted.value AND letter.state = ${filter.state}
        AND letter.last_failed_at >= ${filter.since ?? 0} AND ${upTo}
      ORDER BY letter.last_failed_at DESC, letter.id DESC LIMIT ${perList}`,
  );
}

function matchesOf({ kind, cause, destinationId, fingerprint, until }: LetterFilter) {
  const conditions = [
    kind === undefined ? [] : [sql`letter.kind = ${kind}`],
    cause === undefined ? [] : [sql`letter.cause = ${cause}`],
    destinationId === undefined ? [] : [sql`letter.destination_id IS ${destinationId}`],
    fingerprint === undefined ? [] : [sql`letter.fingerprint = ${fingerprint}`],
    until === undefined ? [] : [sql`letter.last_failed_at < ${until}`],
  ].flat();
  return sql`(${sql.join([sql`1`, ...conditions], sql` AND `)})`;
}
