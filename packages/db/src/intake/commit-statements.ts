import type { CommitPlan, EventRow, LeadRow } from "@leadrelay/core/decide/commit-plan";
import { countDirectDeliveries, countSubmissions } from "@leadrelay/core/statistics/count-commit";
import { sql } from "kysely";
import { abortUnless } from "../abort-unless.ts";
import { allColumns } from "../all-columns.ts";
import { insertDeadLetters } from "../dead-letters/insert-dead-letters.ts";
import { insertRows, jsonChunks } from "../json-rows.ts";
import { insertLongTexts } from "../long-texts/insert-long-texts.ts";
import { placeEvent } from "../long-texts/place-event.ts";
import { placeSubmission } from "../long-texts/place-submission.ts";
import { storedLatest } from "../leads/latest-attribution.ts";
import type { PipelineScope } from "../scope.ts";
import { queries, write, type Statement } from "../statement.ts";
import { keepQuarantined } from "../quarantine/keep-quarantined.ts";
import { markReleased } from "../quarantine/mark-released.ts";
import { raiseSignals } from "../signals/raise-signals.ts";
import { markSessions } from "../sessions/fold-sessions.ts";
import { addDeliveryCounts, addSubmissionCounts } from "../statistics/add-counts.ts";
import { addTallies } from "../tallies/add-tallies.ts";
import {
  attemptColumns,
  blockedColumns,
  deliveryColumns,
  eventColumns,
  identityColumns,
  submissionColumns,
} from "./commit-columns.ts";
import { storedAttempt } from "../tables/stored-attempt.ts";
import { insertShared } from "./insert-shared.ts";
import { wentOut } from "./went-out.ts";
import { insertNameWords } from "./insert-name-words.ts";

/**
 * A plan as the statements of one D1 batch. Plain INSERTs: whatever another consumer wrote first aborts all of it.
 * The guard stands first: it fails where a lead is no longer what the decision was made on; a release writes no count, but a delivery.
 * Dead letters, deliveries and what is counted go with it, so that nothing of a submission can be stored without the rest.
 */
export function commitStatements(scope: PipelineScope, plan: CommitPlan, nowMs: number): Statement<number>[] {
  const { submissions, events, longTexts } = placeTexts(plan);
  return [
    ...guard(plan.guards),
    ...insertRows("leads", leadColumns, plan.newLeads.map(leadFlags)),
    ...updateLeads(plan.changedLeads),
    ...insertRows("lead_identities", identityColumns, plan.identities.map(identityFlags)),
    ...insertRows("lead_identities", identityColumns, plan.ipIdentities.map(identityFlags), newestLeadWins),
    ...insertShared(scope, plan.sharedIdentities),
    ...insertNameWords(scope, plan.nameWords),
    ...insertRows("lead_submissions", submissionColumns, submissions),
    ...insertRows("blocked_ip_leads", blockedColumns, plan.blocked),
    ...keepQuarantined(scope, plan.quarantined),
    ...markReleased(scope, plan.released, nowMs),
    ...insertRows("events", eventColumns, events),
    ...insertLongTexts(longTexts),
    ...insertRows("deliveries", deliveryColumns, plan.deliveries),
    ...insertRows("delivery_attempts", attemptColumns, plan.attempts.map(storedAttempt)),
    ...addSubmissionCounts(scope, countSubmissions(plan)),
    ...addDeliveryCounts(scope, countDirectDeliveries(plan)),
    ...markSessions(scope, plan.sessions),
    ...addTallies(scope, plan.tallies),
    ...raiseSignals(scope, plan.signals),
    ...(plan.letters.length === 0 ? [] : [insertDeadLetters(scope, plan.letters, nowMs)]),
  ];
}

/** One event by itself, its text where there is room; `submissionId` is the integer one of its submission. */
export function insertEvent(event: EventRow, submissionId: number): Statement<number>[] {
  const { row, longTexts } = placeEvent(event, submissionId);
  return [...insertRows("events", eventColumns, [row]), ...insertLongTexts(longTexts, "stays")];
}

/** The rows that hold texts, none with a page of overflow, and the texts they have no room for. */
function placeTexts({ submissions, events }: CommitPlan) {
  const ids = new Map(submissions.map(({ public_id, id }) => [public_id, id]));
  const ofSubmissions = submissions.map(placeSubmission);
  const ofEvents = events.map((event) => placeEvent(event, ids.get(event.submission_public_id) ?? 0));
  return {
    submissions: ofSubmissions.map(({ row }) => row),
    events: ofEvents.map(({ row }) => row),
    longTexts: [...ofSubmissions, ...ofEvents].flatMap((placed) => placed.longTexts),
  };
}

const newestLeadWins = sql`
  ON CONFLICT (client_id, is_test, kind, value, project_key) DO UPDATE SET lead_id = excluded.lead_id
  WHERE lead_id <> excluded.lead_id`;

const guard = (guards: CommitPlan["guards"]): Statement<number>[] =>
  jsonChunks(
    guards.map(({ lead_id, submission_count, unsent }) => [
      lead_id,
      submission_count,
      unsent === true ? 1 : 0,
    ]),
    "commit_guard",
  ).map((json) =>
    abortUnless(sql`NOT EXISTS (
      SELECT 1 FROM json_each(${json}) AS j CROSS JOIN leads AS l ON l.id = j.value ->> 0
      WHERE l.submission_count <> j.value ->> 1 OR (j.value ->> 2 = 1 AND ${wentOut}))`),
  );

const updateLeads = (leads: readonly LeadRow[]): Statement<number>[] =>
  jsonChunks(
    leads.map((lead) => {
      const stored = leadFlags(lead);
      return changedColumns.map((column) => stored[column]);
    }),
    "leads",
  ).map((json) =>
    write(
      sql`UPDATE leads SET ${sql.raw(changes)} FROM json_each(${json}) AS j WHERE leads.id = j.value ->> 0`.compile(
        queries,
      ),
    ),
  );

const leadFlags = (lead: LeadRow) => ({
  ...lead,
  is_test: lead.is_test ? 1 : 0,
  latest_attribution_json: storedLatest(lead),
});
const identityFlags = <Row extends { is_test: boolean }>(row: Row) => ({
  ...row,
  is_test: row.is_test ? 1 : 0,
});

const changedColumns = [
  "id",
  "contact_name",
  "contact_email",
  "contact_phone",
  "visitor_id",
  "user_agent",
  "submission_count",
  "suspicion_score",
  "first_submitted_at",
  "last_submitted_at",
  "last_sent_at",
  "first_attribution_json",
  "latest_attribution_json",
  "routed_json",
  "engagement_score",
  "session_id",
] as const satisfies readonly (keyof LeadRow)[];

/** SQL: the session of an update, NULL where it names none. */
const sessionGiven = `j.value ->> ${changedColumns.indexOf("session_id")}`;

/**
 * A delivery settled since the lead was read may have moved `last_sent_at`, which only ever grows, or have sent the lead on in a route:
 * only what was chosen now is written there.
 */
const changes = changedColumns
  .map((column, index) => [column, `j.value ->> ${index}`] as const)
  .slice(1)
  .map(([column, value]) => {
    if (column === "last_sent_at")
      return `last_sent_at = NULLIF(MAX(COALESCE(last_sent_at, 0), COALESCE(${value}, 0)), 0)`;
    // Read of no lead: they are written where a submission tells them.
    if (column === "session_id" || column === "engagement_score")
      return `${column} = CASE WHEN ${sessionGiven} IS NULL THEN ${column} ELSE ${value} END`;
    return column === "routed_json"
      ? `routed_json = COALESCE(json_patch(COALESCE(routed_json, '{}'), ${value}), routed_json)`
      : `${column} = ${value}`;
  })
  .join(", ");

const leadColumns = allColumns<LeadRow>()([
  ...changedColumns,
  "public_id",
  "client_id",
  "form_id",
  "project",
  "project_key",
  "is_test",
]);
