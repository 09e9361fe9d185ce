import type { DeliveryKey } from "@leadrelay/contracts/delivery-wakeup";
import { chunkBySize } from "@leadrelay/core/batching/chunk-by-size";
import type { PipelineScope } from "../scope.ts";
import { queries, write, type Statement } from "../statement.ts";

/** D1 binds a hundred parameters (developers.cloudflare.com/d1/platform/limits); a wake-up has 30 leads at most. */
const leadsAStatement = { items: 90, bytes: Number.POSITIVE_INFINITY };

/** Leads a receiver took carry when, the latest time winning. Plain parameters read half the rows that JSON does. */
export function markLeadsSent(
  _scope: PipelineScope,
  delivered: readonly Pick<DeliveryKey, "lead_id">[],
  sentAt: number,
): Statement<number>[] {
  const leadIds = [...new Set(delivered.map(({ lead_id }) => lead_id))];
  return chunkBySize(leadIds, leadsAStatement, () => 1).map((ids) =>
    write(
      queries
        .updateTable("leads")
        .set({ last_sent_at: sentAt })
        .where("id", "in", ids)
        .where((lead) => lead.or([lead("last_sent_at", "is", null), lead("last_sent_at", "<", sentAt)]))
        .compile(),
    ),
  );
}
