import type { CallbackDelivery, CallbackPlan } from "@leadrelay/core/callbacks/callback-plan";
import { dayOf } from "@leadrelay/core/statistics/day-of";
import { sql, type RawBuilder } from "kysely";
import type { PipelineScope } from "../scope.ts";
import { queries, write, type Statement } from "../statement.ts";
import { untold, whereItFits } from "./day-paths.ts";
import { dayOfTime } from "./hour-of-day.ts";

const path = sql`'$."' || iif(coalesce(form_id, '') = '', ${sql.lit(untold)}, form_id) || '"."' || coalesce(destination_id, ${sql.lit(untold)}) || '"."' || word || '"'`;

const counted = sql`outcomes_json ->> excluded.at_1`;

/**
 * SQL: adds what became of leads to its client's day, never below none. `found` has columns client_id, day, form_id, destination_id (NULL: nobody said
 * which), word (a `CountedOutcome`) and value; below zero it is counted there no more.
 */
export const addToOutcomes = (found: RawBuilder<unknown>): Statement<number> =>
  write(
    sql`
      INSERT INTO day_counters (client_id, day, at_1, more, outcomes_json)
      SELECT client_id, day, ${path}, value, iif(value > 0, json_set('{}', ${path}, value), '{}')
      FROM (${found}) WHERE value <> 0
      ON CONFLICT DO UPDATE SET outcomes_json = iif(excluded.more < 0 AND ${counted} IS NULL, outcomes_json,
        ${whereItFits("outcomes_json", sql`excluded.at_1`, sql`json_set(outcomes_json, excluded.at_1, max(0, coalesce(${counted}, 0) + excluded.more))`)})`.compile(
      queries,
    ),
  );

/** SQL, for `addToOutcomes`: what was confirmed at that time counts, and no more as never confirmed. @param from which deliveries: joins and conditions behind FROM */
export const confirmedOf = (from: RawBuilder<unknown>, at: number) => sql`
  SELECT deliveries.client_id AS client_id, ${dayOf(at)} AS day, deliveries.form_id AS form_id, deliveries.destination_id AS destination_id,
    'confirmed' AS word, count(*) AS value FROM ${from} GROUP BY 1, 2, 3, 4
  UNION ALL
  SELECT deliveries.client_id, ${dayOfTime(sql`deliveries.unconfirmed_at`)}, deliveries.form_id, deliveries.destination_id, 'unconfirmed', -count(*)
  FROM ${from} AND deliveries.unconfirmed_at IS NOT NULL GROUP BY 1, 2, 3, 4`;

/** SQL, for `addToOutcomes`: what counts as never confirmed from that time on, and did not before. */
export const unconfirmedOf = (from: RawBuilder<unknown>, at: number) => sql`
  SELECT deliveries.client_id AS client_id, ${dayOf(at)} AS day, deliveries.form_id AS form_id, deliveries.destination_id AS destination_id,
    'unconfirmed' AS word, count(*) AS value
  FROM ${from} AND deliveries.unconfirmed_at IS NULL AND deliveries.is_notice IS NULL GROUP BY 1, 2, 3, 4`;

/** Counts an outcome that was told on the day that it came in, under the form of the delivery it names, else of its lead. In the batch that keeps it. */
export function addToldOutcome(
  _scope: PipelineScope,
  { row, told }: Pick<CallbackPlan, "row" | "told">,
): Statement<number>[] {
  if (told === null) return [];
  const { client_id, lead_id, delivery_id, received_at } = row;
  return [
    addToOutcomes(sql`
      SELECT client_id, ${dayOf(received_at)} AS day,
        coalesce((SELECT form_id FROM deliveries WHERE public_id = ${delivery_id} AND client_id = ${client_id}), form_id) AS form_id,
        ${told.destination_id} AS destination_id, ${told.word} AS word, 1 AS value
      FROM leads WHERE id = ${lead_id} AND client_id = ${client_id}`),
  ];
}

/** SQL: one delivery, for `confirmedOf` and `unconfirmedOf`. */
export const oneDelivery = ({ lead_id, event_id, destination_id }: CallbackDelivery) =>
  sql`deliveries WHERE deliveries.lead_id = ${lead_id} AND deliveries.event_id = ${event_id} AND deliveries.destination_id = ${destination_id}`;
