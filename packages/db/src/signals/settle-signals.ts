import type { SettledSignal } from "@leadrelay/core/signals/due-signal";
import { sql } from "kysely";
import { jsonChunks } from "../json-rows.ts";
import type { PipelineScope } from "../scope.ts";
import { queries, write, type Statement } from "../statement.ts";

/** What became of signals, in the batch that tells them. What was raised meanwhile stays to be told. */
export const settleSignals = (
  _scope: PipelineScope,
  settled: readonly SettledSignal[],
): Statement<number>[] =>
  jsonChunks(
    settled.map(({ destination_id, type, subject, count, due_at, told_at }) => [
      destination_id,
      type,
      subject,
      count,
      due_at,
      told_at,
    ]),
    "signals",
  ).flatMap((json) => [
    write(
      sql`
        UPDATE signals SET count = signals.count - (j.value ->> 3), due_at = coalesce(j.value ->> 4, due_at), told_at = j.value ->> 5,
          raised_at = coalesce(j.value ->> 5, raised_at)
        FROM json_each(${json}) AS j
        WHERE signals.destination_id = j.value ->> 0 AND signals.type = j.value ->> 1 AND signals.subject = j.value ->> 2`.compile(
        queries,
      ),
    ),
    write(
      sql`
        DELETE FROM signals WHERE count <= 0 AND (destination_id, type, subject) IN (
          SELECT value ->> 0, value ->> 1, value ->> 2 FROM json_each(${json}) WHERE value ->> 4 IS NULL)`.compile(
        queries,
      ),
    ),
  ]);

/** Forgets what nobody asked for since that time (ms), the oldest first: where nobody is told of destinations, nobody tells signals. */
export const forgetSignals = (_scope: PipelineScope, before: number, limit: number): Statement<number> =>
  write(
    sql`
      DELETE FROM signals WHERE (destination_id, type, subject) IN (
        SELECT destination_id, type, subject FROM signals INDEXED BY signals_due
        WHERE due_at < ${before} ORDER BY due_at LIMIT ${limit})`.compile(queries),
  );
