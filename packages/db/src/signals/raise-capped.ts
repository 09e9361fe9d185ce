import type { CapMark } from "@leadrelay/core/limits/cap-marks";
import { sql } from "kysely";
import type { PipelineScope } from "../scope.ts";
import { queries, write, type Statement } from "../statement.ts";

/**
 * Raises `destination.capped` where a count has reached a mark by what was counted just before, in the same batch: behind `countTaken`. None where
 * nothing that has a cap arrived. One raised already stays as it is.
 */
export const raiseCapped = (_scope: PipelineScope, marks: readonly CapMark[]): Statement<number>[] =>
  marks.length === 0
    ? []
    : [
        write(
          sql`
            INSERT INTO signals (destination_id, type, subject, client_id, count, detail_json, raised_at, due_at, told_at)
            SELECT mark.value ->> 'destination_id', 'destination.capped', mark.value ->> 'subject', mark.value ->> 'client_id', 1,
              json_object('part', json_set(mark.value -> 'part', '$.used', tallies.count), 'sample', json(mark.value -> 'sample')),
              mark.value ->> 'raised_at', mark.value ->> 'raised_at', NULL
            FROM json_each(${JSON.stringify(marks)}) AS mark CROSS JOIN tallies
            WHERE tallies.client_id = mark.value ->> 'client_id' AND tallies.subject = mark.value ->> 'counted'
              AND tallies.period = mark.value ->> 'period' AND tallies.count >= mark.value ->> 'at'
              AND tallies.count - (mark.value ->> 'added') < mark.value ->> 'at'
              AND tallies.count < coalesce(mark.value ->> 'below', tallies.count + 1)
            ON CONFLICT DO NOTHING`.compile(queries),
        ),
      ];
