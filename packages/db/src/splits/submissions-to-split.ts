import { parseTrace } from "@leadrelay/core/decide/parse-trace";
import type { EventType } from "@leadrelay/contracts/event-type";
import { readFrozen, type FrozenEvent } from "@leadrelay/core/payload/read-payload";
import type { StoredPayload } from "@leadrelay/core/payload/stored-payload";
import type { SplitSubmission } from "@leadrelay/core/split/split-facts";
import { sql } from "kysely";
import { wholeText } from "../long-texts/whole-text.ts";
import { requireClient } from "../scope/require-client.ts";
import type { OperatorScope } from "../scope.ts";
import { queries, rowsOf, type Statement } from "../statement.ts";
import type { DeliveriesTable } from "../tables/deliveries-table.ts";
import type { LeadSubmissionsTable } from "../tables/lead-submissions-table.ts";

type LeadKey = Pick<LeadSubmissionsTable, "lead_id" | "client_id">;
type SubmissionRow = LeadSubmissionsTable;
type EventRow = Omit<StoredPayload, "type"> & { id: string; type: EventType };
type DeliveryRow = Pick<DeliveriesTable, "event_id" | "destination_id" | "public_id" | "status">;

/** A lead's submissions, with their events and deliveries, each no more than `most`; `joinSplit` puts them together. Notices stay where they are. */
export const toSplit = (scope: OperatorScope, lead: LeadKey, most: number) => {
  requireClient(scope, lead.client_id);
  return [submissionRows(lead, most), eventRows(lead, most), deliveryRows(lead, most)] as const;
};

/** Each submission with what was made of it. */
export function joinSplit(
  submissions: readonly SubmissionRow[],
  events: readonly EventRow[],
  deliveries: readonly DeliveryRow[],
): SplitSubmission[] {
  const eventsOf = Map.groupBy(events, ({ submission_public_id }) => submission_public_id);
  const deliveriesOf = Map.groupBy(deliveries, ({ event_id }) => event_id);
  return submissions.map(({ unsent_payload, decision_json, lead_id, ...row }) => {
    const own = eventsOf.get(row.public_id) ?? [];
    const place = { lead_id, submission_public_id: row.public_id };
    const kept =
      unsent_payload === null
        ? undefined
        : { ...place, type: "lead.reengaged" as EventType, payload_json: unsent_payload };
    return {
      ...row,
      trace: parseTrace({ public_id: row.public_id, decision_json }) ?? null,
      frozen: frozenOf(own.at(-1) ?? kept),
      deliveries: own.flatMap(({ id, type }) =>
        (deliveriesOf.get(id) ?? []).map((delivery) => ({ ...delivery, type })),
      ),
    };
  });
}

/** One that a later version wrote cannot be read. */
function frozenOf(stored: StoredPayload | undefined): FrozenEvent | null {
  try {
    return stored === undefined ? null : readFrozen(stored);
  } catch {
    return null;
  }
}

const submissionRows = ({ lead_id, client_id }: LeadKey, most: number): Statement<SubmissionRow[]> =>
  rowsOf(
    sql<SubmissionRow>`
      SELECT s.lead_id, s.submission_number, s.id, s.public_id, s.client_id, s.form_id, s.outcome, s.contact_name, s.contact_email,
        s.contact_phone, s.cta, s.page_url, s.submitted_at, s.unsent, s.released_at, s.released_by,
        ${wholeText("s.attribution_json")} AS attribution_json, ${wholeText("s.decision_json")} AS decision_json,
        ${wholeText("s.unsent_payload")} AS unsent_payload, ${wholeText("s.payload_json")} AS payload_json
      FROM lead_submissions AS s WHERE s.lead_id = ${lead_id} AND s.client_id = ${client_id}
      ORDER BY s.submission_number LIMIT ${most}`.compile(queries),
    (row) => row,
  );

const eventRows = ({ lead_id, client_id }: LeadKey, most: number): Statement<EventRow[]> =>
  rowsOf(
    sql<EventRow>`
      SELECT e.lead_id, e.id, e.type, e.submission_public_id, ${wholeText("e.payload_json")} AS payload_json
      FROM events AS e WHERE e.lead_id = ${lead_id} AND e.client_id = ${client_id} AND e.submission_public_id <> '' LIMIT ${most}`.compile(
      queries,
    ),
    (row) => row,
  );

const deliveryRows = ({ lead_id, client_id }: LeadKey, most: number): Statement<DeliveryRow[]> =>
  rowsOf(
    sql<DeliveryRow>`
      SELECT d.event_id, d.destination_id, d.public_id, d.status
      FROM deliveries AS d WHERE d.lead_id = ${lead_id} AND d.client_id = ${client_id} AND d.is_notice IS NULL LIMIT ${most}`.compile(
      queries,
    ),
    (row) => row,
  );
