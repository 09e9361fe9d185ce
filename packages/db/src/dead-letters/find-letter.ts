import type { DeadLetterKind, DeadLetterState } from "@leadrelay/contracts/dead-letter";
import { sql } from "kysely";
import type { OperatorScope } from "../scope.ts";
import { isInScope } from "../scope/is-in-scope.ts";
import { mapResult, queries, rowsOf, type Statement } from "../statement.ts";

/** A dead letter as whoever replays or discards it must know it. */
export interface LetterRecord {
  id: string;
  client_id: string | null;
  kind: DeadLetterKind;
  state: DeadLetterState;
  lead_id: number | null;
  event_id: string | null;
  destination_id: string | null;
  /** Milliseconds UTC. */
  last_failed_at: number;
}

/** A letter by its id; undefined where it is not in this database, or outside the scope. */
export const findLetter = (scope: OperatorScope, id: string): Statement<LetterRecord | undefined> =>
  mapResult(
    rowsOf(
      sql<LetterRecord>`
        SELECT id, client_id, kind, state, lead_id, event_id, destination_id, last_failed_at
        FROM dead_letters WHERE id = ${id}`.compile(queries),
      (row) => row,
    ),
    (found) => found.find(({ client_id }) => isInScope(scope, client_id)),
  );
