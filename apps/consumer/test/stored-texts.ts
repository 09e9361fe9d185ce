import type { ToldType } from "@leadrelay/contracts/event-type";
import type { LeadPayload } from "@leadrelay/contracts/lead-payload";
import type { DecisionTrace } from "@leadrelay/core/decide/decision-trace";
import { parseTrace } from "@leadrelay/core/decide/parse-trace";
import type { TraceRow } from "@leadrelay/core/decide/stored-trace";
import { readPayload } from "@leadrelay/core/payload/read-payload";
import type { StoredPayload } from "@leadrelay/core/payload/stored-payload";
import { rows } from "./tenant.ts";

/** A client's events with their payloads, by type. */
export async function payloadsOf(clientId: string): Promise<{ type: ToldType; payload: LeadPayload }[]> {
  const events = await rows<StoredPayload>(
    "SELECT * FROM events WHERE client_id = ? ORDER BY type",
    clientId,
  );
  return events.map((event) => ({ type: event.type, payload: readPayload(event) }));
}

/** The traces of a client's submissions, in the order they were numbered. */
export async function tracesOf(clientId: string): Promise<(DecisionTrace | undefined)[]> {
  const found = await rows<TraceRow>(
    "SELECT * FROM lead_submissions WHERE client_id = ? ORDER BY lead_id, submission_number",
    clientId,
  );
  return found.map(parseTrace);
}
