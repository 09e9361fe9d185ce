import type {
  CallbackDelivery,
  CallbackFacts,
  CallbackSought,
} from "@leadrelay/core/callbacks/callback-plan";
import { sql } from "kysely";
import type { PipelineScope } from "../scope.ts";
import { mapResult, queries, rowsOf, type Statement } from "../statement.ts";

/** What is asked of one callback. */
export interface AskedCallback {
  id: string;
  client_id: string;
  sought: CallbackSought;
  once_key: string | null;
  /** Of one that may give a lead back, the month's period; else null. */
  return_period: string | null;
  /** It tells of an outcome: who has the lead is to be told. */
  is_outcome: boolean;
}

interface Row {
  lead: string | null;
  delivery: string | null;
  is_kept: 0 | 1;
  was_said: 0 | 1;
  arrived: string | null;
  returned_by: string | null;
  linked_by: string | null;
}

const mostArrived = 20;

const field = (name: string) => sql.raw(`asked.value ->> '${name}'`);
const ofClient = sql`client_id = ${field("client_id")}`;

/** SQL: the lead of a callback by the first of its ids that one of the client's leads has. */
const leadId = sql`coalesce(
  (SELECT id FROM leads WHERE ${ofClient} AND public_id = ${field("lead_public_id")}),
  (SELECT lead_id FROM lead_submissions WHERE ${ofClient} AND public_id = ${field("lead_submission_public_id")}),
  (SELECT lead_id FROM deliveries WHERE public_id = ${field("delivery_id")} AND ${ofClient}),
  (SELECT id FROM leads WHERE id = ${field("lead_id")} AND ${ofClient}),
  (SELECT max(id) FROM leads WHERE ${ofClient} AND crm_lead_id = ${field("crm_lead_id")}),
  (SELECT max(lead_id) FROM lead_identities
    WHERE ${ofClient} AND is_test = 0 AND kind = 'phone' AND value = ${field("phone")}))`;

const deliveryJson = sql`(
  SELECT json_object('public_id', public_id, 'lead_id', lead_id, 'event_id', event_id, 'destination_id', destination_id,
    'status', status, 'attempts', attempts, 'settled_at', settled_at, 'submitted_at', submitted_at, 'confirm_by', confirm_by, 'unconfirmed_at', unconfirmed_at, 'is_notice', is_notice)
  FROM deliveries WHERE public_id = ${field("delivery_id")} AND ${ofClient})`;

/** SQL: of each destination that has the lead the newest delivery, and how many it gave back in the period. */
const arrivedJson = sql`(
  SELECT json_group_array(json_object('public_id', public_id, 'destination_id', destination_id, 'settled_at', settled_at,
    'returned', coalesce((SELECT count FROM tallies AS t WHERE t.client_id = ${field("client_id")}
      AND t.subject = 'return:' || destination_id AND t.period = ${field("return_period")}), 0)))
  FROM (
    SELECT public_id, destination_id, max(settled_at) AS settled_at FROM deliveries
    WHERE lead_id = asked.lead_id AND lead_id <> 0 AND ${ofClient} AND is_notice IS NULL AND status IN ('delivered', 'confirmed')
    GROUP BY destination_id LIMIT ${mostArrived}))`;

/** SQL: destinations that gave the lead back before. */
const returnedByJson = sql`(
  SELECT json_group_array(destination_id) FROM lead_callbacks AS k
  WHERE k.lead_id = asked.lead_id AND k.lead_id <> 0 AND k.kind = 'outcome' AND k.refused IS NULL
    AND k.destination_id IS NOT NULL AND k.detail_json ->> 'word' = 'returned')`;

/** SQL: whose CRM has the lead under the id that it is linked to, where that said so itself. */
const linkedBy = sql`(
  SELECT k.destination_id FROM lead_callbacks AS k
  WHERE k.lead_id = asked.lead_id AND k.lead_id <> 0 AND k.destination_id IS NOT NULL AND k.kind IN ('link', 'execution')
    AND k.detail_json ->> 'crm_lead_id' = (SELECT crm_lead_id FROM leads WHERE id = asked.lead_id)
  ORDER BY k.id DESC LIMIT 1)`;

/** What the lead database knows of callbacks, in their order. */
export function resolveCallbacks(
  _scope: PipelineScope,
  asked: readonly AskedCallback[],
): Statement<CallbackFacts[]> {
  const sought = asked.map(({ sought: by, ...rest }) => ({ ...by, ...rest }));
  const query = sql<Row>`
    WITH found AS MATERIALIZED (
      SELECT asked.key AS place, asked.value AS value, ${leadId} AS lead_id FROM json_each(${JSON.stringify(sought)}) AS asked)
    SELECT (
      SELECT json_object('id', id, 'public_id', public_id, 'status', status, 'crm_lead_id', crm_lead_id,
        'client_id', client_id, 'project', project, 'contact_name', contact_name, 'contact_email', contact_email,
        'contact_phone', contact_phone, 'submission_count', submission_count, 'suspicion_score', suspicion_score, 'is_test', json(iif(is_test = 1, 'true', 'false')))
      FROM leads WHERE id = asked.lead_id AND ${ofClient}) AS lead,
      ${deliveryJson} AS delivery,
      EXISTS (SELECT 1 FROM lead_callbacks AS k WHERE k.lead_id = coalesce(asked.lead_id, 0) AND k.client_id = ${field("client_id")}
        AND k.id = ${field("id")}) AS is_kept,
      EXISTS (SELECT 1 FROM lead_callbacks AS k WHERE k.lead_id = asked.lead_id AND k.once_key = ${field("once_key")}) AS was_said,
      iif(${field("is_outcome")}, ${arrivedJson}, NULL) AS arrived,
      iif(${field("return_period")} IS NULL, NULL, ${returnedByJson}) AS returned_by,
      iif(${field("is_outcome")}, ${linkedBy}, NULL) AS linked_by
    FROM found AS asked ORDER BY asked.place`.compile(queries);
  return mapResult(
    rowsOf(query, (row) => row),
    (rows) => rows.map(toFacts),
  );
}

const toFacts = ({
  lead,
  delivery,
  is_kept,
  was_said,
  arrived,
  returned_by,
  linked_by,
}: Row): CallbackFacts => ({
  lead: lead === null ? null : (JSON.parse(lead) as CallbackFacts["lead"]),
  delivery: delivery === null ? null : (JSON.parse(delivery) as CallbackDelivery),
  isKept: is_kept === 1,
  wasSaid: was_said === 1,
  arrived: arrived === null ? [] : (JSON.parse(arrived) as CallbackFacts["arrived"]),
  returnedBy: returned_by === null ? [] : (JSON.parse(returned_by) as CallbackFacts["returnedBy"]),
  linkedBy: linked_by,
});
