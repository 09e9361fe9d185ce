import { sql } from "kysely";
import { requireClients } from "../scope/require-client.ts";
import { jsonValues } from "../lists/json-values.ts";
import type { OperatorScope } from "../scope.ts";
import { queries, rowsOf, type Statement } from "../statement.ts";
import type { SubmittedKey } from "../submissions/submitted-key.ts";
import { submittedBefore, submittedOrder } from "../submissions/submitted-key.ts";
import type { LeadsTable } from "../tables/leads-table.ts";
import { toLead, type Lead } from "./lead.ts";

/** A submission of a period, with its lead where it is the lead's first. */
export interface SubmittedLead {
  key: SubmittedKey;
  lead: Lead | null;
}

/** Leads by when they submitted last, newest first, found through at most `perClient` submissions of each client. */
export function leadsSeen(
  scope: OperatorScope,
  clientIds: readonly string[],
  { after, perClient }: { after: SubmittedKey; perClient: number },
): Statement<SubmittedLead[]> {
  requireClients(scope, clientIds);
  // Of two submissions in one millisecond the one with the higher number is a lead's last.
  const query = sql<Row>`
    SELECT c.value AS listed_client, entry.value ->> 0 AS listed_at, entry.value ->> 1 AS listed_lead,
      entry.value ->> 2 AS listed_number, l.*
    FROM ${jsonValues(clientIds)} AS c CROSS JOIN json_each((
      SELECT json_group_array(json_array(submitted_at, lead_id, submission_number)) FROM (
        SELECT s.submitted_at, s.lead_id, s.submission_number FROM lead_submissions AS s
        WHERE s.client_id = c.value AND ${submittedBefore(after)}
        ORDER BY ${submittedOrder} LIMIT ${perClient})
    )) AS entry LEFT JOIN leads AS l ON l.id = entry.value ->> 1 AND l.last_submitted_at = entry.value ->> 0
      AND (l.submission_count = entry.value ->> 2 OR NOT EXISTS (
        SELECT 1 FROM lead_submissions AS later WHERE later.lead_id = l.id
          AND later.submission_number > entry.value ->> 2 AND later.submitted_at = l.last_submitted_at))`;
  return rowsOf(query.compile(queries), toSubmitted);
}

/** Leads whose first submission lies in a period, newest first, found through at most `perClient` submissions of each client. */
export function leadsSubmitted(
  scope: OperatorScope,
  clientIds: readonly string[],
  {
    since,
    after,
    perClient,
  }: {
    /** Milliseconds UTC, itself included. */
    since: number;
    /** Where the list goes on; `startOfPeriod` at its start. */
    after: SubmittedKey;
    perClient: number;
  },
): Statement<SubmittedLead[]> {
  requireClients(scope, clientIds);
  const query = sql<Row>`
    SELECT c.value AS listed_client, entry.value ->> 0 AS listed_at, entry.value ->> 1 AS listed_lead,
      entry.value ->> 2 AS listed_number, l.*
    FROM ${jsonValues(clientIds)} AS c CROSS JOIN json_each((
      SELECT json_group_array(json_array(submitted_at, lead_id, submission_number)) FROM (
        SELECT s.submitted_at, s.lead_id, s.submission_number FROM lead_submissions AS s
        WHERE s.client_id = c.value AND s.submitted_at >= ${since} AND ${submittedBefore(after)}
        ORDER BY ${submittedOrder} LIMIT ${perClient})
    )) AS entry LEFT JOIN leads AS l ON l.id = entry.value ->> 1 AND entry.value ->> 2 = 1`;
  return rowsOf(query.compile(queries), toSubmitted);
}

type Row = {
  listed_client: string;
  listed_at: number;
  listed_lead: number;
  listed_number: number;
} & (LeadsTable | { [Column in keyof LeadsTable]: null });

function toSubmitted({ listed_client, listed_at, listed_lead, listed_number, ...row }: Row): SubmittedLead {
  return {
    key: [listed_at, listed_lead, listed_number, listed_client],
    lead: row.id === null ? null : toLead(row),
  };
}
