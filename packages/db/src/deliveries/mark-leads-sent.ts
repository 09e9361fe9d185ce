import type { DeliveryKey } from "@leadrelay/contracts/delivery-wakeup";
import { sql } from "kysely";
import type { PipelineScope } from "../scope.ts";
import { queries, write, type Statement } from "../statement.ts";

/** Leads a receiver took carry when, the latest time winning. */
export function markLeadsSent(
  _scope: PipelineScope,
  delivered: readonly Pick<DeliveryKey, "lead_id">[],
  sentAt: number,
): Statement<number> {
  return write(
    sql`
      UPDATE leads SET last_sent_at = ${sentAt}
      FROM json_each(${JSON.stringify(delivered.map(({ lead_id }) => lead_id))}) AS sent
      WHERE leads.id = sent.value AND coalesce(leads.last_sent_at, 0) < ${sentAt}`.compile(queries),
  );
}
