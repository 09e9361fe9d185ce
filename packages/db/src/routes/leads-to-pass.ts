import type { AttemptOutcome, DeliveryStatus } from "@leadrelay/contracts/delivery-status";
import type { DeliveryKey } from "@leadrelay/contracts/delivery-wakeup";
import type { EventType } from "@leadrelay/contracts/event-type";
import { readFrozen } from "@leadrelay/core/payload/read-payload";
import type { Went } from "@leadrelay/core/routes/went-of";
import type { ToldLead } from "@leadrelay/core/shape/lead-values";
import { sql } from "kysely";
import { isWanted, wantedKeys } from "../deliveries/wanted-keys.ts";
import { wholeText } from "../long-texts/whole-text.ts";
import type { PipelineScope } from "../scope.ts";
import { mapResult, queries, rowsOf, type Statement } from "../statement.ts";
import type { Flag } from "../tables/flag.ts";

/** A delivery in a route, with what must be known to send its lead to the next. */
export interface LeadToPass extends DeliveryKey {
  client_id: string;
  route_id: string;
  attempts: number;
  status: DeliveryStatus;
  form_id: string | null;
  submitted_at: number | null;
  is_test: boolean;
  type: EventType;
  told: Omit<ToldLead, "message">;
  /** Where the lead is in its routes. */
  went: Went;
  /** Destinations that took another event of the lead. */
  holders: string[];
  /** A try there may have arrived: none that was made said for certain that it did not. */
  may_have_it: boolean;
  /** Every delivery of the event, this one among them. */
  tried: {
    destination_id: string;
    status: DeliveryStatus;
    last_error: string | null;
    /** Of its last try; null where none is written down. */
    outcome: AttemptOutcome | null;
  }[];
}

type Row = Omit<LeadToPass, "is_test" | "type" | "told" | "tried" | "went" | "holders" | "may_have_it"> & {
  is_test: Flag;
  routed_json: string | null;
  holders_json: string;
  may_have_it: Flag;
  event_json: string;
  body_json: string | null;
  tried_json: string;
};

/** Those of these deliveries that a route chose, and whose event is of a submission. A few rows read of each. */
export function leadsToPass(_scope: PipelineScope, keys: readonly DeliveryKey[]): Statement<LeadToPass[]> {
  const query = sql<Row>`
    SELECT deliveries.lead_id, deliveries.event_id, deliveries.destination_id, deliveries.client_id, deliveries.route_id,
      deliveries.attempts, deliveries.status, deliveries.form_id, deliveries.submitted_at, l.is_test, l.routed_json,
      (
        SELECT json_group_array(DISTINCT another.destination_id) FROM deliveries AS another
        WHERE another.lead_id = deliveries.lead_id AND another.event_id <> deliveries.event_id
          AND another.status IN ('delivered', 'confirmed') AND another.is_notice IS NULL) AS holders_json,
      deliveries.attempts > (
        SELECT count(*) FROM delivery_attempts AS try
        WHERE try.lead_id = deliveries.lead_id AND try.event_id = deliveries.event_id AND try.destination_id = deliveries.destination_id
          AND (try.status_code = 429 OR coalesce(try.told_outcome, try.outcome) = 'hold')) AS may_have_it,
      json_object('type', e.type, 'submission_public_id', e.submission_public_id, 'created_at', e.created_at,
        'payload_json', ${wholeText("e.payload_json")}) AS event_json, (
        SELECT ${wholeText("s.payload_json")} FROM lead_submissions AS s
        WHERE s.client_id = deliveries.client_id AND s.public_id = e.submission_public_id) AS body_json, (
        SELECT json_group_array(json_object('destination_id', d.destination_id, 'status', d.status, 'last_error', d.last_error, 'outcome', (
          SELECT coalesce(a.told_outcome, a.outcome) FROM delivery_attempts AS a
          WHERE a.lead_id = d.lead_id AND a.event_id = d.event_id AND a.destination_id = d.destination_id
          ORDER BY a.number DESC LIMIT 1)))
        FROM deliveries AS d WHERE d.lead_id = e.lead_id AND d.event_id = e.id) AS tried_json
    FROM ${wantedKeys(keys)} CROSS JOIN deliveries ON ${isWanted}
    CROSS JOIN events AS e ON e.lead_id = deliveries.lead_id AND e.id = deliveries.event_id
    CROSS JOIN leads AS l ON l.id = deliveries.lead_id
    WHERE deliveries.route_id IS NOT NULL`.compile(queries);
  return mapResult(rowsOf(query, toLead), (rows) => rows.filter((row) => row !== undefined));
}

/** Undefined where this version does not read what was told: it stays where it is. */
function toLead({
  event_json,
  body_json,
  tried_json,
  is_test,
  routed_json,
  holders_json,
  ...row
}: Row): LeadToPass | undefined {
  try {
    const { created_at, ...event } = JSON.parse(event_json) as {
      type: EventType;
      submission_public_id: string;
      created_at: number;
      payload_json: string;
    };
    const frozen = readFrozen({ ...event, lead_id: row.lead_id });
    const told = {
      event: { id: row.event_id, type: event.type, created_at },
      payload: frozen.payload,
      attribution: frozen.attribution,
      payload_json: body_json,
      delivery_public_id: null,
    };
    const tried = JSON.parse(tried_json) as LeadToPass["tried"];
    const may_have_it = row.may_have_it === 1;
    const holders = JSON.parse(holders_json) as string[];
    const went = JSON.parse(routed_json ?? "{}") as Went;
    return { ...row, is_test: is_test === 1, type: event.type, told, tried, went, holders, may_have_it };
  } catch {
    return undefined;
  }
}
