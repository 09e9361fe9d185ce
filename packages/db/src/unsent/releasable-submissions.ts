import { eventTypes, type EventType } from "@leadrelay/contracts/event-type";
import { eventId } from "@leadrelay/core/ids/derived-id";
import { readFrozen, type FrozenEvent } from "@leadrelay/core/payload/read-payload";
import type { Releasable } from "@leadrelay/core/release/plan-releases";
import { sql } from "kysely";
import { wentOut } from "../intake/went-out.ts";
import { wholeText } from "../long-texts/whole-text.ts";
import { requireClient } from "../scope/require-client.ts";
import type { Scope } from "../scope.ts";
import { queries, rowsOf, type Statement } from "../statement.ts";
import type { Flag } from "../tables/flag.ts";
import type { LeadSubmissionsTable } from "../tables/lead-submissions-table.ts";

/** A stored submission as its release needs it. */
export interface ReleasableSubmission extends Releasable {
  /** The integer one. */
  id: number;
  submission_number: number;
  /** null: something was sent of it, it was released, or it is older than the mark. */
  unsent: LeadSubmissionsTable["unsent"];
  released_at: LeadSubmissionsTable["released_at"];
  /** Any of its events has a delivery. */
  hasDelivery: boolean;
}

type Row = Omit<ReleasableSubmission, "isTest" | "wentOut" | "frozen" | "hasDelivery"> & {
  has_delivery: Flag;
  is_test: Flag;
  went_out: Flag;
  unsent_payload: string | null;
  /** Type → the payload as it is stored. */
  events: string;
};

/** These submissions of a client whose leads are not erased, in no order. */
export function releasableSubmissions(
  scope: Scope,
  clientId: string,
  ids: readonly string[],
): Statement<ReleasableSubmission[]> {
  requireClient(scope, clientId);
  const wanted = ids.map((id) => [id, ...eventTypes.map((type) => eventId(id, type))]);
  const query = sql<Row>`
    SELECT s.id, s.lead_id, s.submission_number, s.public_id, s.client_id, s.form_id, s.submitted_at, s.unsent, s.released_at,
      ${wholeText("s.unsent_payload")} AS unsent_payload, ${wholeText("s.payload_json")} AS payload_json, l.is_test, l.routed_json, ${wentOut} AS went_out, (
        SELECT json_group_object(e.type, ${wholeText("e.payload_json")}) FROM events AS e
        WHERE e.lead_id = s.lead_id AND e.id IN (j.value ->> 1, j.value ->> 2, j.value ->> 3)
      ) AS events, EXISTS (
        SELECT 1 FROM deliveries AS d
        WHERE d.lead_id = s.lead_id AND d.event_id IN (j.value ->> 1, j.value ->> 2, j.value ->> 3)
      ) AS has_delivery
    FROM json_each(${JSON.stringify(wanted)}) AS j
    CROSS JOIN lead_submissions AS s ON s.client_id = ${clientId} AND s.public_id = j.value ->> 0
    CROSS JOIN leads AS l ON l.id = s.lead_id`;
  return rowsOf(
    query.compile(queries),
    ({ is_test, went_out, has_delivery, unsent_payload, events, ...row }) => ({
      ...row,
      isTest: is_test === 1,
      wentOut: went_out === 1,
      hasDelivery: has_delivery === 1,
      frozen: frozenOf(row, unsent_payload, JSON.parse(events) as Partial<Record<EventType, string>>),
    }),
  );
}

/** What an event of it says, else what was kept for its release. One that cannot be read is gone. */
function frozenOf(
  { lead_id, public_id }: Pick<Row, "lead_id" | "public_id">,
  kept: string | null,
  events: Partial<Record<EventType, string>>,
): FrozenEvent | null {
  const told = eventTypes.find((type) => typeof events[type] === "string");
  const payload_json = told === undefined ? kept : events[told];
  try {
    const place = { lead_id, type: told ?? "lead.reengaged", submission_public_id: public_id };
    return typeof payload_json === "string" ? readFrozen({ ...place, payload_json }) : null;
  } catch {
    return null;
  }
}
