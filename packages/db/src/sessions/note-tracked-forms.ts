import { sql } from "kysely";
import type { PipelineScope } from "../scope.ts";
import { queries, write, type Statement } from "../statement.ts";

const hourMs = 3_600_000;

/** Notes that these forms' tags were heard of, once an hour at most; in the control database. */
export const noteTrackedForms = (
  _scope: PipelineScope,
  formIds: readonly string[],
  nowMs: number,
): Statement<number> =>
  write(
    sql`
      UPDATE forms SET tracker_seen_at = ${nowMs} FROM json_each(${JSON.stringify(formIds)}) AS j
      WHERE forms.id = j.value AND coalesce(forms.tracker_seen_at, 0) < ${nowMs - hourMs}`.compile(queries),
  );
