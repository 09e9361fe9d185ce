import type { LimitedTally } from "@leadrelay/core/callbacks/callback-plan";
import { sql } from "kysely";
import type { PipelineScope } from "../scope.ts";
import { hasRoom } from "./has-room.ts";
import { queries, rowsOf, write, type Statement } from "../statement.ts";

interface Wish {
  client_id: string;
  /** As it identifies. */
  phone: string;
  isOut: boolean;
  /** Milliseconds UTC. */
  at: number;
  /** It is not kept where the tally is full; null: always. `countOptOut` counts it. */
  limit?: LimitedTally | null;
}

/** Whoever wants no more messages to a phone, or wants them again. */
export function setOptOut(
  _scope: PipelineScope,
  { client_id, phone, isOut, at, limit = null }: Wish,
): Statement<number> {
  const query = isOut
    ? sql`INSERT INTO opt_outs (client_id, kind, value, opted_out_at)
        SELECT ${client_id}, 'phone', ${phone}, ${at} WHERE ${limit === null ? sql`true` : hasRoom(limit)}
        ON CONFLICT DO NOTHING`
    : sql`DELETE FROM opt_outs WHERE client_id = ${client_id} AND kind = 'phone' AND value = ${phone}`;
  return write(query.compile(queries));
}

/** Counts numbers that are kept, not how often they say so: else one number would fill it for all. Directly behind `setOptOut`, whose changes() it asks. */
export function countOptOut(
  _scope: PipelineScope,
  { isOut, limit }: { isOut: boolean; limit: LimitedTally },
): Statement<number> {
  const { client_id, subject, period, count, ends_at } = limit;
  const query = isOut
    ? sql`INSERT INTO tallies (client_id, subject, period, count, ends_at)
        SELECT ${client_id}, ${subject}, ${period}, ${count}, ${ends_at} WHERE changes() > 0
        ON CONFLICT DO UPDATE SET count = count + excluded.count`
    : sql`UPDATE tallies SET count = max(0, count - ${count})
        WHERE client_id = ${client_id} AND subject = ${subject} AND period = ${period} AND changes() > 0`;
  return write(query.compile(queries));
}

/** Which of these numbers, as they identify, want no messages of their client. */
export const optedOut = (
  _scope: PipelineScope,
  wanted: readonly { client_id: string; phone: string }[],
): Statement<{ client_id: string; phone: string }[]> =>
  rowsOf(
    sql<{ client_id: string; phone: string }>`
      SELECT o.client_id, o.value AS phone FROM json_each(${JSON.stringify(wanted.map(({ client_id, phone }) => [client_id, phone]))}) AS w
      CROSS JOIN opt_outs AS o ON o.client_id = w.value ->> 0 AND o.kind = 'phone' AND o.value = w.value ->> 1`.compile(
      queries,
    ),
    (row) => row,
  );
