import type { DeadLetterKind } from "@leadrelay/contracts/dead-letter";
import { sql } from "kysely";
import { requirePart } from "../scope/require-part.ts";
import type { OperatorScope } from "../scope.ts";
import { queries, rowsOf, type Statement } from "../statement.ts";

/** Letters of one cause: the same destination, answer and error text, as its fingerprint tells. Times in ms. */
export interface DeadLetterGroup {
  /** null: letters that no client could be named for. */
  client_id: string | null;
  destination_id: string | null;
  kind: DeadLetterKind;
  cause: string;
  status_code: number | null;
  /** '' for letters of before there were fingerprints. */
  fingerprint: string;
  open_count: number;
  /** Letters of every state. */
  total: number;
  /** The earliest and latest failure of any letter that was ever in the group. */
  first_failed_at: number;
  last_failed_at: number;
  /** The letter that came in, or opened anew, last; it may be settled. */
  sample_letter_id: string;
  /** null also where that letter was erased. */
  sample_error: string | null;
}

/** Where a page of groups ends. */
export type GroupKey = readonly [lastFailedAt: number, sampleLetterId: string];

/**
 * A client's groups with open letters (null: of letters without a client), last failed first: one row read for each.
 * Lists of several clients are put together by `mergePage`, the key being `GroupKey`.
 */
export function deadLetterGroups(
  scope: OperatorScope,
  clientId: string | null,
  { after, limit }: { after: GroupKey | null; limit: number },
): Statement<DeadLetterGroup[]> {
  requirePart(scope, clientId);
  const query = sql<DeadLetterGroup>`
    SELECT nullif(client_id, '') AS client_id, nullif(destination_id, '') AS destination_id, kind, cause,
      nullif(status_code, 0) AS status_code, fingerprint, open_count, total, first_failed_at, last_failed_at,
      sample_letter_id, sample_error
    FROM dead_letter_groups INDEXED BY dead_letter_groups_open
    WHERE client_id = ${clientId ?? ""} AND open_count > 0
      ${after === null ? sql`` : sql`AND (last_failed_at, sample_letter_id) < (${after[0]}, ${after[1]})`}
    ORDER BY last_failed_at DESC, sample_letter_id DESC LIMIT ${limit}`;
  return rowsOf(query.compile(queries), (row) => row);
}
