import type { ToldLead } from "@leadrelay/core/shape/lead-values";
import { readFrozen } from "@leadrelay/core/payload/read-payload";
import { sql } from "kysely";
import { wholeText } from "../long-texts/whole-text.ts";
import { requireClient } from "../scope/require-client.ts";
import type { OperatorScope } from "../scope.ts";
import { mapResult, queries, rowsOf, type Statement } from "../statement.ts";
import { submittedOrder } from "../submissions/submitted-key.ts";

/** A lead as a route would have been asked about it. */
export interface RecentLead {
  submission_public_id: string;
  lead_id: number;
  /** Milliseconds UTC. */
  submitted_at: number;
  form_id: string;
  told: Omit<ToldLead, "message" | "payload_json"> & { payload_json: string };
}

interface Row {
  submission_public_id: string;
  form_id: string;
  lead_id: number;
  submitted_at: number;
  body_json: string;
  event_json: string | null;
}

/** Of a client's last submissions those that were told as new leads, the oldest first. A few rows read of each; tests are not among them. */
export function recentLeads(scope: OperatorScope, clientId: string, limit: number): Statement<RecentLead[]> {
  requireClient(scope, clientId);
  const query = sql<Row>`
    SELECT s.public_id AS submission_public_id, s.form_id, s.lead_id, s.submitted_at, ${wholeText("s.payload_json")} AS body_json, (
      SELECT json_object('id', e.id, 'created_at', e.created_at, 'payload_json', ${wholeText("e.payload_json")})
      FROM events AS e
      WHERE e.lead_id = s.lead_id AND e.type = 'lead.created' AND e.submission_public_id = s.public_id
    ) AS event_json
    FROM lead_submissions AS s WHERE s.client_id = ${clientId} AND s.outcome <> 'test'
    ORDER BY ${submittedOrder} LIMIT ${limit}`.compile(queries);
  return mapResult(rowsOf(query, toLead), (rows) => rows.filter((row) => row !== undefined).toReversed());
}

/** Undefined of a repeat, and where this version does not read what was told. */
function toLead({ event_json, body_json, ...row }: Row): RecentLead | undefined {
  if (event_json === null) return undefined;
  try {
    const { payload_json, ...event } = JSON.parse(event_json) as {
      id: string;
      created_at: number;
      payload_json: string;
    };
    const type = "lead.created" as const;
    const frozen = readFrozen({ ...row, type, payload_json });
    const told = { event: { ...event, type }, ...frozen, payload_json: body_json };
    return { ...row, told: { ...told, delivery_public_id: null } };
  } catch {
    return undefined;
  }
}
