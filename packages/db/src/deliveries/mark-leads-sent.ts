import { sql } from "kysely";
import type { PipelineScope } from "../scope.ts";
import { queries, write, type Statement } from "../statement.ts";
import { doneAttempts, type SettledAttempt } from "./settled-attempt.ts";

/** Leads a receiver took carry when, the latest time winning. */
export function markLeadsSent(
  _scope: PipelineScope,
  attempts: readonly SettledAttempt[],
  sentAt: number,
): Statement<number> {
  return write(
    sql`
      UPDATE leads SET last_sent_at = ${sentAt}
      FROM ${doneAttempts(attempts)}
      WHERE leads.id = done.value ->> 'lead_id' AND done.value ->> 'status' = 'delivered'
        AND coalesce(leads.last_sent_at, 0) < ${sentAt}`.compile(queries),
  );
}
