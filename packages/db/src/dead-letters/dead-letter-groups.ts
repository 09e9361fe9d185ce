import { sql } from "kysely";
import { requirePart } from "../scope/require-part.ts";
import type { OperatorScope } from "../scope.ts";
import { queries, rowsOf, type Statement } from "../statement.ts";
import type { DeadLetterGroupsTable } from "../tables/dead-letter-groups-table.ts";

/** Letters of one cause: the same destination, answer and error text, as its fingerprint tells. Times in ms. */
export interface DeadLetterGroup extends Omit<
  DeadLetterGroupsTable,
  "client_id" | "destination_id" | "status_code"
> {
  /** null: letters that no client could be named for. */
  client_id: string | null;
  destination_id: string | null;
  status_code: number | null;
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
