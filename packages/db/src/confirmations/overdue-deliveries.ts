import type { OverdueDelivery } from "@leadrelay/core/confirmation/overdue";
import { sql } from "kysely";
import { abortUnless } from "../abort-unless.ts";
import type { PipelineScope } from "../scope.ts";
import { addToOutcomes, unconfirmedOf } from "../statistics/add-outcomes.ts";
import { queries, rowsOf, write, type Statement } from "../statement.ts";

/** What should have been confirmed by now, what waits longest first, through `deliveries_unconfirmed`. */
export const overdueDeliveries = (
  _scope: PipelineScope,
  nowMs: number,
  limit: number,
): Statement<OverdueDelivery[]> =>
  rowsOf(
    sql<OverdueDelivery>`
      SELECT lead_id, event_id, destination_id, public_id, client_id, coalesce(settled_at, confirm_by) AS settled_at, confirm_by,
        unconfirmed_at
      FROM deliveries WHERE confirm_by <= ${nowMs} ORDER BY confirm_by LIMIT ${limit}`.compile(queries),
    (row) => row,
  );

/**
 * Waits for none of these any longer, and marks those that count as never confirmed. The first statement aborts the batch
 * (`classifyStorageError`: conflict) where one of them was confirmed, or judged by another sweep, since it was read.
 */
export function settleOverdue(
  _scope: PipelineScope,
  {
    unconfirmed,
    released,
  }: { unconfirmed: readonly OverdueDelivery[]; released: readonly OverdueDelivery[] },
  nowMs: number,
): Statement<number>[] {
  const all = [...unconfirmed, ...released];
  const isAsRead = sql`(SELECT count(*) FROM ${wanted(all)} CROSS JOIN deliveries WHERE ${isIt} AND deliveries.confirm_by = wanted.value ->> 'confirm_by')
    = ${all.length}`;
  const settle = (rows: readonly OverdueDelivery[], mark: ReturnType<typeof sql>) =>
    rows.length === 0
      ? []
      : [
          write(
            sql`UPDATE deliveries SET confirm_by = NULL${mark} FROM ${wanted(rows)} WHERE ${isIt}`.compile(
              queries,
            ),
          ),
        ];
  return [
    abortUnless(isAsRead),
    ...(unconfirmed.length === 0
      ? []
      : [
          addToOutcomes(
            unconfirmedOf(sql`${wanted(unconfirmed)} CROSS JOIN deliveries WHERE ${isIt}`, nowMs),
          ),
        ]),
    ...settle(unconfirmed, sql`, unconfirmed_at = coalesce(unconfirmed_at, ${nowMs})`),
    ...settle(released, sql``),
  ];
}

const wanted = (rows: readonly OverdueDelivery[]) => {
  const keys = rows.map(({ lead_id, event_id, destination_id, confirm_by }) => ({
    lead_id,
    event_id,
    destination_id,
    confirm_by,
  }));
  return sql`json_each(${JSON.stringify(keys)}) AS wanted`;
};

const isIt = sql`deliveries.lead_id = wanted.value ->> 'lead_id' AND deliveries.event_id = wanted.value ->> 'event_id'
  AND deliveries.destination_id = wanted.value ->> 'destination_id'`;
