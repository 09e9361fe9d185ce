import { chunkBySize } from "@leadrelay/core/batching/chunk-by-size";
import { CompiledQuery } from "kysely";
import type { PipelineScope } from "../scope.ts";
import { write, type Statement } from "../statement.ts";
import type { SettledAttempt } from "./settled-attempt.ts";

/** D1 binds a hundred parameters (developers.cloudflare.com/d1/platform/limits); a wake-up has 30 leads at most. */
const leadsAStatement = { items: 90, bytes: Number.POSITIVE_INFINITY };

/** Leads a receiver took carry when, the latest time winning; that it took a notice about one is no such time. Plain parameters read half the rows that JSON does. */
export function markLeadsSent(
  _scope: PipelineScope,
  delivered: readonly Pick<SettledAttempt, "lead_id" | "is_notice">[],
  sentAt: number,
): Statement<number>[] {
  const sent = delivered.filter(({ is_notice }) => is_notice !== 1);
  const leadIds = [...new Set(sent.map(({ lead_id }) => lead_id))];
  return chunkBySize(leadIds, leadsAStatement, () => 1).map((ids) => {
    const marks = ids.map(() => "?").join(", ");
    const text = `UPDATE leads SET last_sent_at = ? WHERE id IN (${marks}) AND coalesce(last_sent_at, 0) < ?`;
    return write(CompiledQuery.raw(text, [sentAt, ...ids, sentAt]));
  });
}
