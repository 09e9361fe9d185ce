import type { AlertPlan, PlannedAlert } from "@leadrelay/core/alerts/plan-alerts";
import { noLeadId, planNotices } from "@leadrelay/core/notices/plan-notices";
import { scheduleOf } from "@leadrelay/core/retry-schedule/schedule-of";
import { planSignals } from "@leadrelay/core/signals/plan-signals";
import type { AlertSubscriber } from "@leadrelay/db/alerts/alert-facts";
import { rememberTold } from "@leadrelay/db/alerts/write-alerts";
import { insertNotices } from "@leadrelay/db/notices/insert-notices";
import { runBatch } from "@leadrelay/db/run-batch";
import { pipelineScope } from "@leadrelay/db/scope";
import { settleSignals } from "@leadrelay/db/signals/settle-signals";
import type { Dependencies } from "../../dependencies.ts";
import type { AlertFacts } from "./read-facts.ts";

/**
 * Writes what is to be told in a lead database, and what became of its signals in the same batch; then what was told: told twice it is one,
 * remembered and not told it would be none. Returns how many deliveries it made.
 */
export async function tellAlerts(
  { alerts, over }: AlertPlan,
  facts: AlertFacts,
  { own, database }: { own: readonly AlertSubscriber[]; database: string },
  nowMs: number,
  { control, leadDatabase, config }: Pick<Dependencies, "control" | "leadDatabase" | "config">,
): Promise<number> {
  if (alerts.length === 0 && over.length === 0 && facts.signals.length === 0) return 0;
  const subscribers = own.map((one) => ({
    ...one,
    max_attempts: scheduleOf(one.retry_schedule, config.retrySchedule).length + 1,
  }));
  const at = { environment: config.environment, nowMs };
  const rows = planNotices(alerts.map(asNotice(facts)), subscribers, at);
  const signals = planSignals(facts.signals, { ...at, subscribers, destinations: facts.destinations });
  const statements = [
    ...insertNotices(pipelineScope, rows),
    ...insertNotices(pipelineScope, signals.rows),
    ...settleSignals(pipelineScope, signals.settled),
  ];
  if (statements.length > 0) await runBatch(leadDatabase(database), statements);
  const remembered = alerts.flatMap(({ remember }) => (remember === null ? [] : [remember]));
  const ended = alerts.filter(({ remember }) => remember === null).map(({ subject }) => subject);
  const memory = rememberTold(pipelineScope, remembered, [...over, ...ended]);
  if (memory.length > 0) await runBatch(control, memory);
  return rows.deliveries.length + signals.rows.deliveries.length;
}

/** With the lead that died last of those it tells of. */
const asNotice =
  ({ groups }: AlertFacts) =>
  ({ id, alert }: PlannedAlert) => {
    const sample = alert.dead_letters?.sample_id;
    const lead = groups.find(({ sample_id }) => sample_id === sample)?.lead ?? null;
    return { id, notice: alert, lead, lead_id: noLeadId, is_test: false };
  };
