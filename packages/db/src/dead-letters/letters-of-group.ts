import type { DeadLetterKind, DeadLetterState } from "@leadrelay/contracts/dead-letter";
import { sql } from "kysely";
import { requirePart } from "../scope/require-part.ts";
import type { OperatorScope } from "../scope.ts";
import { queries, rowsOf, type Statement } from "../statement.ts";
import type { LetterPlace } from "./listed-letter.ts";

/** What the letters of a group have in common. */
export interface GroupOfLetters {
  clientId: string | null;
  destinationId: string | null;
  kind: DeadLetterKind;
  cause: string;
  statusCode: number | null;
  fingerprint: string;
}

/** Which of a group's letters are looked for. Times in ms. */
export interface LettersWanted {
  state: DeadLetterState;
  /** Failed last then or before. */
  until: number;
  /** Settled by them, then or later. */
  settled?: { by: string; since: number };
}

/** A client's letters of a state, longest dead first, through `dead_letters_listed`, and whether each is the group's: `limit` of them are looked at. */
export function lettersOfGroup(
  scope: OperatorScope,
  { clientId, destinationId, kind, cause, statusCode, fingerprint }: GroupOfLetters,
  { state, until, settled }: LettersWanted,
  { after, limit }: { after: LetterPlace | null; limit: number },
): Statement<{ id: string; at: number; matches: boolean }[]> {
  requirePart(scope, clientId);
  const [at, id] = after ?? [0, ""];
  const bySettler =
    settled === undefined
      ? sql``
      : sql`AND settled_by = ${settled.by} AND settled_at >= ${settled.since} AND ${canBeReopened}`;
  const query = sql<{ id: string; at: number; matches: number }>`
    SELECT id, last_failed_at AS at,
      (kind = ${kind} AND cause = ${cause} AND destination_id IS ${destinationId} AND last_status_code IS ${statusCode}
        AND fingerprint = ${fingerprint} ${bySettler}) IS TRUE AS matches
    FROM dead_letters AS letter
    WHERE client_id IS ${clientId} AND state = ${state} AND (last_failed_at, id) > (${at}, ${id}) AND last_failed_at <= ${until}
    ORDER BY last_failed_at, id LIMIT ${limit}`;
  return rowsOf(query.compile(queries), ({ matches, ...row }) => ({ ...row, matches: matches === 1 }));
}

/** What it is about was not sent, nor failed anew, since the letter was settled; of `dead_letters AS letter`. */
export const canBeReopened = sql`(letter.kind <> 'delivery' OR EXISTS (
  SELECT 1 FROM deliveries AS sent WHERE sent.lead_id = letter.lead_id AND sent.event_id = letter.event_id
    AND sent.destination_id = letter.destination_id AND sent.status = 'dead' AND sent.dead_letter_id = letter.id))`;
