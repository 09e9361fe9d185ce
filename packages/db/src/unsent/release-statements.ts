import type { DeliveryRow, EventRow } from "@leadrelay/core/decide/commit-plan";
import type { Went } from "@leadrelay/core/routes/went-of";
import { sql, type RawBuilder } from "kysely";
import { abortUnless } from "../abort-unless.ts";
import { wentOut } from "../intake/went-out.ts";
import { jsonChunks } from "../json-rows.ts";
import { insertLongTexts } from "../long-texts/insert-long-texts.ts";
import { longTextId } from "../long-texts/long-text-id.ts";
import { placeEvent } from "../long-texts/place-event.ts";
import { markReleased as markQuarantined } from "../quarantine/mark-released.ts";
import type { PipelineScope } from "../scope.ts";
import { queries, write, type Statement } from "../statement.ts";
import type { ReleasableSubmission } from "./releasable-submissions.ts";

type SubmissionKey = Pick<ReleasableSubmission, "id" | "lead_id" | "submission_number" | "public_id">;

/** What one step of a release sends, of one client. */
export interface Released {
  clientId: string;
  submissions: readonly SubmissionKey[];
  events: readonly EventRow[];
  /** With the submission each is of. */
  deliveries: readonly (DeliveryRow & { submission_number: number })[];
  /** Which members of routes have a lead by that. */
  went: readonly { lead_id: number; submission_number: number; went: Went }[];
  /** Submissions from blocked addresses, and quarantined ones, that are on the queue again. */
  blockedIds: readonly string[];
  quarantinedIds: readonly string[];
}

/**
 * Aborts the batch where a lead that is to be told as new went out since it was read: somebody else released another of its submissions, or
 * its person came back. Before `insertReleased`.
 */
export function nobodySentMeanwhile(_scope: PipelineScope, { events }: Released): Statement<number>[] {
  const leadIds = events.flatMap(({ type, lead_id }) => (type === "lead.created" ? [lead_id] : []));
  if (leadIds.length === 0) return [];
  const guard = sql`NOT EXISTS (
    SELECT 1 FROM json_each(${JSON.stringify(leadIds)}) AS j CROSS JOIN leads AS l ON l.id = j.value
    WHERE ${wentOut})`;
  return [abortUnless(guard)];
}

/**
 * Events and deliveries of submissions of which nothing was sent so far: of one that somebody released meanwhile nothing is written. The last
 * statement inserts the deliveries, so that its changes() are those it made.
 */
export function insertReleased(
  _scope: PipelineScope,
  { submissions, events, deliveries, went }: Released,
  planId: string,
): Statement<number>[] {
  if (deliveries.length === 0) return [];
  const byId = new Map(submissions.map((one) => [one.public_id, one]));
  const placed = events.flatMap((event) => {
    const of = byId.get(event.submission_public_id);
    return of === undefined ? [] : [{ ...placeEvent(event, of.id), number: of.submission_number }];
  });
  const eventValues = placed.map(({ row, number }) => [
    row.lead_id,
    number,
    row.id,
    row.client_id,
    row.type,
    row.submission_public_id,
    row.payload_json,
    row.created_at,
  ]);
  return [
    ...insertLongTexts(
      placed.flatMap(({ longTexts }) => longTexts),
      "stays",
    ),
    ...jsonChunks(eventValues, "events").map((json) =>
      insertUnsent(
        json,
        sql`events (lead_id, id, client_id, type, submission_public_id, payload_json, created_at)`,
        [0, 2, 3, 4, 5, 6, 7],
      ),
    ),
    ...keepRouted(went),
    insertUnsent(
      JSON.stringify(deliveries.map((row) => deliveryValues(row, planId))),
      sql`deliveries (lead_id, event_id, destination_id, public_id, client_id, status, max_attempts, next_attempt_at, created_at,
        form_id, submitted_at, replay_id, route_id)`,
      [0, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13],
    ),
  ];
}

const deliveryValues = (row: Released["deliveries"][number], planId: string) => [
  row.lead_id,
  row.submission_number,
  row.event_id,
  row.destination_id,
  row.public_id,
  row.client_id,
  row.status,
  row.max_attempts,
  row.next_attempt_at,
  row.created_at,
  row.form_id,
  row.submitted_at,
  planId,
  row.route_id ?? null,
];

/** Of submissions that are unsent still: their corrections and returns go there. */
function keepRouted(went: Released["went"]): Statement<number>[] {
  if (went.length === 0) return [];
  const rows = went.map((one) => [one.lead_id, one.submission_number, JSON.stringify(one.went)]);
  const query = sql`
    UPDATE leads SET routed_json = json_patch(coalesce(routed_json, '{}'), j.value ->> 2)
    FROM json_each(${JSON.stringify(rows)}) AS j
    CROSS JOIN lead_submissions AS s ON s.submission_number = j.value ->> 1 AND s.lead_id = j.value ->> 0
    WHERE leads.id = s.lead_id AND s.unsent IS NOT NULL`;
  return [write(query.compile(queries))];
}

/** Of rows whose lead and submission number come first: those of submissions that are unsent still. */
const insertUnsent = (
  json: string,
  into: RawBuilder<unknown>,
  places: readonly number[],
): Statement<number> =>
  write(
    sql`
      INSERT INTO ${into} SELECT ${sql.raw(places.map((place) => `j.value ->> ${place}`).join(", "))}
      FROM json_each(${json}) AS j
      CROSS JOIN lead_submissions AS s ON s.lead_id = j.value ->> 0 AND s.submission_number = j.value ->> 1
      WHERE s.unsent IS NOT NULL
      ON CONFLICT DO NOTHING`.compile(queries),
  );

/** Says of what was sent that it was, and by whom: behind `insertReleased`, in the same batch. What is marked already stays as it is. */
export function markReleased(
  scope: PipelineScope,
  { clientId, submissions, blockedIds, quarantinedIds }: Released,
  { by, nowMs }: { by: string; nowMs: number },
): Statement<number>[] {
  const keys = JSON.stringify(
    submissions.map(({ lead_id, submission_number }) => [lead_id, submission_number]),
  );
  const texts = JSON.stringify(submissions.map(({ id }) => longTextId(id, "unsent")));
  const stored = [
    sql`
      UPDATE lead_submissions SET unsent = NULL, unsent_payload = NULL, released_at = ${nowMs}, released_by = ${by}
      FROM json_each(${keys}) AS j
      WHERE lead_submissions.lead_id = j.value ->> 0 AND lead_submissions.submission_number = j.value ->> 1
        AND lead_submissions.unsent IS NOT NULL`,
    sql`DELETE FROM long_texts WHERE id IN (SELECT value FROM json_each(${texts}))`,
  ];
  const blocked = sql`
    UPDATE blocked_ip_leads SET released_at = ${nowMs}, released_by = ${by} FROM json_each(${JSON.stringify(blockedIds)}) AS j
    WHERE blocked_ip_leads.client_id = ${clientId} AND blocked_ip_leads.public_id = j.value
      AND blocked_ip_leads.released_at IS NULL`;
  const made = [...(submissions.length === 0 ? [] : stored), ...(blockedIds.length === 0 ? [] : [blocked])];
  const quarantined = quarantinedIds.map((public_id) => ({ client_id: clientId, public_id }));
  return [
    ...made.map((statement) => write(statement.compile(queries))),
    ...markQuarantined(scope, quarantined, nowMs, by),
  ];
}
