import { readPayload } from "@leadrelay/core/payload/read-payload";
import { sql } from "kysely";
import { wholeText } from "../long-texts/whole-text.ts";
import { requireClient } from "../scope/require-client.ts";
import type { OperatorScope } from "../scope.ts";
import { mapResult, queries, rowsOf, type Statement } from "../statement.ts";
import { submittedOrder } from "./submitted-key.ts";

/** Where a submission was posted from; null where nobody kept it. */
export interface RecentAddress {
  lead_id: number;
  ip: string | null;
}

interface Row {
  lead_id: number;
  submission_public_id: string;
  event_json: string | null;
}

/** Where the client's last submissions came from, newest first, back to `since` (ms) and at most so many: some three rows read of each. Tests are left out. */
export function recentAddresses(
  scope: OperatorScope,
  clientId: string,
  { since, limit }: { since: number; limit: number },
): Statement<RecentAddress[]> {
  requireClient(scope, clientId);
  const query = sql<Row>`
    SELECT s.lead_id, s.public_id AS submission_public_id, (
      SELECT json_object('id', e.id, 'type', e.type, 'created_at', e.created_at, 'payload_json', ${wholeText("e.payload_json")})
      FROM events AS e WHERE e.lead_id = s.lead_id AND e.submission_public_id = s.public_id LIMIT 1
    ) AS event_json
    FROM lead_submissions AS s WHERE s.client_id = ${clientId} AND s.outcome <> 'test' AND s.submitted_at >= ${since}
    ORDER BY ${submittedOrder} LIMIT ${limit}`.compile(queries);
  return mapResult(
    rowsOf(query, (row) => row),
    (rows) => rows.map((row) => ({ lead_id: row.lead_id, ip: addressOf(row) })),
  );
}

function addressOf({ event_json, ...row }: Row): string | null {
  if (event_json === null) return null;
  try {
    return readPayload({ ...row, ...(JSON.parse(event_json) as StoredEvent) }).user_ip;
  } catch {
    // Of a later version: what it says is not read here.
    return null;
  }
}

type StoredEvent = Omit<Parameters<typeof readPayload>[0], keyof Row>;
