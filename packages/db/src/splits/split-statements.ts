import { emptyPlan } from "@leadrelay/core/decide/commit-plan";
import type { Move, SplitPlan } from "@leadrelay/core/split/plan-split";
import { sql } from "kysely";
import { abortUnless } from "../abort-unless.ts";
import { commitStatements, insertEvent } from "../intake/commit-statements.ts";
import { insertShared, sharedPlace } from "../intake/insert-shared.ts";
import { jsonChunks } from "../json-rows.ts";
import { insertLongTexts } from "../long-texts/insert-long-texts.ts";
import { longTextId } from "../long-texts/long-text-id.ts";
import { pipelineScope, type OperatorScope } from "../scope.ts";
import { requireClient } from "../scope/require-client.ts";
import { addSubmissionCounts } from "../statistics/add-counts.ts";
import { queries, write, type Statement } from "../statement.ts";

/**
 * A split as the statements of one D1 batch. It aborts where the lead took another submission since it was read, and where one of those
 * that go was released, or went, meanwhile; of deliveries only those are cancelled that still wait.
 */
export function splitStatements(scope: OperatorScope, plan: SplitPlan, nowMs: number): Statement<number>[] {
  const { newLead, oldLead, moves, event } = plan;
  requireClient(scope, newLead.client_id);
  const { client_id, is_test } = newLead;
  const teller = moves.find(({ public_id }) => public_id === event.submission_public_id);
  const commit = {
    ...emptyPlan(),
    guards: [{ lead_id: oldLead.id, submission_count: oldLead.submission_count - 1 }],
    newLeads: [newLead],
    changedLeads: [oldLead],
    nameWords: inThrees(plan.nameWords.added).map((words) => ({
      client_id,
      is_test,
      lead_id: newLead.id,
      words,
    })),
    deliveries: plan.deliveries,
  };
  return [
    requireAsRead(oldLead.id, moves),
    ...commitStatements(pipelineScope, commit, nowMs),
    ...insertEvent(event, teller?.id ?? 0),
    ...moveIdentities(plan),
    ...insertShared(pipelineScope, plan.shared),
    ...dropShared(plan),
    dropNameWords(plan),
    ...moveSubmissions(oldLead.id, newLead.id, moves),
    cancelWaiting(plan, nowMs),
    ...addSubmissionCounts(pipelineScope, plan.outcomes),
  ];
}

/** As many words as one entry of a commit holds. */
const inThrees = (words: readonly string[]): string[][] =>
  words.length === 0 ? [] : [words.slice(0, 3), ...inThrees(words.slice(3))];

const requireAsRead = (oldId: number, moves: readonly Move[]): Statement<number> =>
  abortUnless(sql`${moves.length} = (
    SELECT count(*) FROM json_each(${JSON.stringify(moves.map(({ from, public_id }) => [from.submission_number, public_id, from.unsent]))}) AS j
    CROSS JOIN lead_submissions AS s ON s.lead_id = ${oldId} AND s.submission_number = j.value ->> 0
    WHERE s.public_id = j.value ->> 1 AND s.unsent IS j.value ->> 2)`);

const moveIdentities = ({ identities, oldLead, newLead }: SplitPlan): Statement<number>[] =>
  identities.length === 0
    ? []
    : [
        write(
          sql`
            UPDATE lead_identities SET lead_id = ${newLead.id}
            FROM json_each(${JSON.stringify(identities.map(({ kind, value }) => [kind, value]))}) AS j
            WHERE client_id = ${oldLead.client_id} AND is_test = ${oldLead.is_test ? 1 : 0} AND kind = j.value ->> 0
              AND lead_identities.value = j.value ->> 1 AND project_key = ${oldLead.project_key}
              AND lead_id = ${oldLead.id}`.compile(queries),
        ),
      ];

/** A detail that nobody who stays gave no longer finds the lead that is left. */
const dropShared = ({ identities, oldLead }: SplitPlan): Statement<number>[] =>
  identities.length === 0
    ? []
    : [
        write(
          sql`
            DELETE FROM shared_identities WHERE (client_id, is_test, kind, value, place) IN (
              SELECT ${oldLead.client_id}, ${oldLead.is_test ? 1 : 0}, value ->> 0, value ->> 1,
                ${sharedPlace(oldLead.project_key, oldLead.id)}
              FROM json_each(${JSON.stringify(identities.map(({ kind, value }) => [kind, value]))}))`.compile(
            queries,
          ),
        ),
      ];

const dropNameWords = ({ nameWords, oldLead }: SplitPlan): Statement<number> =>
  write(
    sql`
      DELETE FROM lead_name_words
      WHERE client_id = ${oldLead.client_id} AND is_test = ${oldLead.is_test ? 1 : 0}
        AND word IN (SELECT value FROM json_each(${JSON.stringify(nameWords.dropped)})) AND lead_id = ${oldLead.id}`.compile(
      queries,
    ),
  );

/** What a release would send goes to `long_texts`, so that no row grows past its page; a trace is as short as the one before. */
function moveSubmissions(oldId: number, newId: number, moves: readonly Move[]): Statement<number>[] {
  const ids = moves.flatMap(({ id }) => [longTextId(id, "decision"), longTextId(id, "unsent")]);
  const texts = moves.flatMap(({ id, unsent_payload: text }) =>
    text === null ? [] : [{ id: longTextId(id, "unsent"), text }],
  );
  const rows = moves.map((move) => [
    move.from.submission_number,
    move.submission_number,
    move.outcome,
    move.decision_json,
    move.unsent,
    move.unsent_payload === null ? null : `@${longTextId(move.id, "unsent")}`,
  ]);
  return [
    write(
      sql`DELETE FROM long_texts WHERE id IN (SELECT value FROM json_each(${JSON.stringify(ids)}))`.compile(
        queries,
      ),
    ),
    ...insertLongTexts(texts),
    ...jsonChunks(rows, "lead_submissions").map((json) =>
      write(
        sql`
          UPDATE lead_submissions SET lead_id = ${newId}, submission_number = j.value ->> 1, outcome = j.value ->> 2,
            decision_json = j.value ->> 3, unsent = j.value ->> 4, unsent_payload = j.value ->> 5
          FROM json_each(${json}) AS j
          WHERE lead_submissions.lead_id = ${oldId} AND lead_submissions.submission_number = j.value ->> 0`.compile(
          queries,
        ),
      ),
    ),
  ];
}

const cancelWaiting = ({ cancelled, oldLead, newLead }: SplitPlan, nowMs: number): Statement<number> =>
  write(
    sql`
      UPDATE deliveries SET status = 'cancelled', settled_at = ${nowMs}, next_attempt_at = NULL, lease_until = NULL,
        last_error = ${`its submission was split off into lead ${newLead.public_id}`}
      FROM json_each(${JSON.stringify(cancelled.map(({ event_id, destination_id }) => [event_id, destination_id]))}) AS j
      WHERE deliveries.lead_id = ${oldLead.id} AND deliveries.event_id = j.value ->> 0
        AND deliveries.destination_id = j.value ->> 1 AND deliveries.status IN ('pending', 'held')`.compile(
      queries,
    ),
  );
