import type { SignalOf } from "@leadrelay/contracts/signal";
import type { Callback, CallbackPlan } from "@leadrelay/core/callbacks/callback-plan";
import { noticesOf } from "@leadrelay/core/callbacks/notices-of";
import type { CallbackClient } from "@leadrelay/db/callbacks/client-callbacks";
import { insertNotices } from "@leadrelay/db/notices/insert-notices";
import { pipelineScope } from "@leadrelay/db/scope";
import { raiseSignals } from "@leadrelay/db/signals/raise-signals";
import type { Statement } from "@leadrelay/db/statement";
import type { DueAgain } from "@leadrelay/delivery/due-again";
import { planLeadNotice } from "@leadrelay/delivery/notices/plan-lead-notice";
import type { Dependencies } from "../dependencies.ts";

interface Told {
  statements: Statement<number>[];
  due: DueAgain[];
}

/** What tells of a callback, for the batch that keeps it, and what to wake once that is committed. */
export async function tellCallback(
  { callback, client }: { callback: Callback; client: CallbackClient },
  plan: CallbackPlan,
  dependencies: Dependencies,
): Promise<Told> {
  const { lead, row } = plan;
  const told: Told = { statements: signals(client, plan), due: [] };
  if (lead === null) return told;
  const { retrySchedule, environment } = dependencies.config;
  const reached = { ...dependencies, retrySchedule, environment };
  const subject = `${lead.public_id} ${row.once_key ?? callback.id}`;
  for (const notice of noticesOf(callback, plan)) {
    const asked = { notice, lead, database: client.database, subject };
    const { rows, due } = await planLeadNotice(pipelineScope, asked, reached);
    told.statements.push(...insertNotices(pipelineScope, rows));
    told.due.push(...due);
  }
  return told;
}

/** A scenario that took the lead and failed has not confirmed it, and will not. */
function signals(client: CallbackClient, { row, unconfirmed }: CallbackPlan): Statement<number>[] {
  if (unconfirmed === null || unconfirmed.is_notice === 1) return [];
  const { public_id, lead_id, event_id, destination_id, settled_at } = unconfirmed;
  const signal: SignalOf<"delivery.unconfirmed"> = {
    type: "delivery.unconfirmed",
    client_id: client.id,
    destination_id,
    // Apart from those of which nothing was heard: it says another thing.
    subject: "failed",
    count: 1,
    raised_at: row.received_at,
    sample: { lead_id, event_id },
    part: {
      delivery_id: public_id,
      delivered_at: settled_at ?? row.received_at,
      within_minutes: null,
    },
  };
  return raiseSignals(pipelineScope, [signal]);
}
