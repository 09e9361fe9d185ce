import type { DeliveryKey } from "@leadrelay/contracts/delivery-wakeup";
import type { DeliveryRow } from "@leadrelay/core/decide/commit-plan";
import type { SignalOf } from "@leadrelay/contracts/signal";
import type { Tally } from "@leadrelay/core/tallies/tally";
import { sql, type RawBuilder } from "kysely";
import { deliveryColumns } from "../intake/commit-columns.ts";
import type { PipelineScope } from "../scope.ts";
import { orAdd } from "../signals/raise-signals.ts";
import { queries, write, type Statement } from "../statement.ts";

/** A lead that goes on from one member of a route to the next. */
export interface Passing {
  /** The delivery that it leaves, and how many tries it had had when that was decided: the fence. */
  from: DeliveryKey & { attempts: number };
  next: DeliveryRow;
  route_id: string;
  tallies: readonly Tally[];
  /** Word of it; null where nobody is told of such things. */
  signal: SignalOf<"workflow.step_run"> | null;
}

/** In what state a delivery is that a lead may leave: `claimed` by whoever settles it, `waiting` for its destination, or `delivered` there. */
export type Leaves = "claimed" | "waiting" | "delivered";

const states: Readonly<Record<Leaves, string>> = {
  claimed: "('in_flight')",
  waiting: "('held', 'pending')",
  delivered: "('delivered', 'confirmed')",
};

/**
 * Writes the next deliveries, what the lead's route has become, what is counted, and word of it. Run it before what ends the delivery that the lead leaves,
 * in the same batch: each writes only while that is still as it was, so that of any number of workers one sends a lead on, and once.
 */
export function passOn(
  _scope: PipelineScope,
  passings: readonly Passing[],
  leaves: Leaves,
): Statement<number>[] {
  if (passings.length === 0) return [];
  const isAsItWas = fence(leaves);
  const rows = passings.map(({ from, next }) => [
    ...fenceOf(from),
    ...deliveryColumns.map((column) => next[column]),
  ]);
  const values = deliveryColumns.map((_, index) => `passing.value ->> ${index + fenceLength}`);
  const tallies = passings.flatMap(({ from, tallies: moved }) =>
    moved.map(({ client_id, subject, period, count, ends_at }) => [
      ...fenceOf(from),
      client_id,
      subject,
      period,
      count,
      ends_at,
    ]),
  );
  const leads = passings.map(({ from, next, route_id }) => [
    ...fenceOf(from),
    JSON.stringify({ [route_id]: next.destination_id }),
  ]);
  const signals = passings.flatMap(({ from, signal }) =>
    signal === null
      ? []
      : [
          [
            ...fenceOf(from),
            signal.destination_id,
            signal.type,
            signal.subject,
            signal.client_id,
            JSON.stringify({ part: signal.part, sample: signal.sample }),
            signal.raised_at,
          ],
        ],
  );
  return [
    ...(signals.length === 0
      ? []
      : [
          sql`
            INSERT INTO signals (destination_id, type, subject, client_id, count, detail_json, raised_at, due_at, told_at)
            SELECT passing.value ->> 4, passing.value ->> 5, passing.value ->> 6, passing.value ->> 7, count(*), passing.value ->> 8,
              passing.value ->> 9, passing.value ->> 9, NULL
            FROM json_each(${JSON.stringify(signals)}) AS passing CROSS JOIN deliveries AS before WHERE ${isAsItWas}
            GROUP BY 1, 2, 3 ${orAdd}`,
        ]),
    ...(tallies.length === 0
      ? []
      : [
          sql`
            INSERT INTO tallies (client_id, subject, period, count, ends_at)
            SELECT passing.value ->> 4, passing.value ->> 5, passing.value ->> 6, passing.value ->> 7, passing.value ->> 8
            FROM json_each(${JSON.stringify(tallies)}) AS passing CROSS JOIN deliveries AS before WHERE ${isAsItWas}
            ON CONFLICT DO UPDATE SET count = count + excluded.count`,
        ]),
    sql`
      UPDATE leads SET routed_json = json_patch(coalesce(routed_json, '{}'), passing.value ->> 4)
      FROM json_each(${JSON.stringify(leads)}) AS passing CROSS JOIN deliveries AS before
      WHERE ${isAsItWas} AND leads.id = before.lead_id`,
    sql`
      INSERT INTO deliveries (${sql.raw(deliveryColumns.join(", "))})
      SELECT ${sql.raw(values.join(", "))}
      FROM json_each(${JSON.stringify(rows)}) AS passing CROSS JOIN deliveries AS before WHERE ${isAsItWas}
      ON CONFLICT DO NOTHING`,
  ].map((query) => write(query.compile(queries)));
}

const fenceLength = 4;

const fenceOf = ({ lead_id, event_id, destination_id, attempts }: Passing["from"]) => [
  lead_id,
  event_id,
  destination_id,
  attempts,
];

const fence = (leaves: Leaves): RawBuilder<unknown> => sql`
  before.lead_id = passing.value ->> 0 AND before.event_id = passing.value ->> 1
  AND before.destination_id = passing.value ->> 2 AND before.attempts = passing.value ->> 3
  AND before.status IN ${sql.raw(states[leaves])}`;
