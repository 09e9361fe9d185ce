import { logEvent } from "@leadrelay/contracts/log-event";
import { reasonOf } from "@leadrelay/contracts/reason-of";
import type { Callback, CallbackFacts } from "@leadrelay/core/callbacks/callback-plan";
import { noticesOf } from "@leadrelay/core/callbacks/notices-of";
import { planCallback } from "@leadrelay/core/callbacks/plan-callback";
import { derivedId } from "@leadrelay/core/ids/derived-id";
import { resolveCallbacks } from "@leadrelay/db/callbacks/resolve-callbacks";
import { writeCallback } from "@leadrelay/db/callbacks/write-callback";
import type { SettledAttempt } from "@leadrelay/db/deliveries/settled-attempt";
import { insertNotices } from "@leadrelay/db/notices/insert-notices";
import { runBatch, runOne } from "@leadrelay/db/run-batch";
import { pipelineScope } from "@leadrelay/db/scope";
import { outageIn } from "@leadrelay/db/storage-error";
import type { DeliveryDependencies } from "../delivery-dependencies.ts";
import type { DueAgain } from "../due-again.ts";
import { planLeadNotice } from "./plan-lead-notice.ts";

type Reached = Pick<DeliveryDependencies, "control" | "lead" | "now" | "retrySchedule" | "environment">;

/**
 * Links leads to the ids under which CRMs answered that they have them, as their callbacks would, and tells of it. Before what was sent is settled:
 * a crash in between repeats it, and it finds the link. Reads nothing where no CRM answered. Returns whom to wake. Throws only while D1 is away.
 */
export async function linkAnswered(
  attempts: readonly SettledAttempt[],
  reached: Reached,
): Promise<DueAgain[]> {
  const linking = attempts.filter(({ links_lead, status }) => links_lead === 1 && status === "delivered");
  if (linking.length === 0) return [];
  const callbacks = linking.map((attempt) => callbackOf(attempt, reached.now()));
  const asked = callbacks.map(({ id, client_id }, index) => ({
    id,
    client_id,
    sought: { lead_id: linking[index]?.lead_id ?? 0 },
    once_key: null,
    return_period: null,
    is_outcome: false,
  }));
  const facts = await runOne(reached.lead, resolveCallbacks(pipelineScope, asked));
  const due: DueAgain[] = [];
  // One by one: where two CRMs answered of one lead, the second sees what the first did.
  const linked = new Set<number>();
  for (const [index, callback] of callbacks.entries()) {
    const known = facts[index];
    if (known?.lead == null || linked.has(known.lead.id)) continue;
    try {
      due.push(...(await linkOne(callback, known, reached)));
      linked.add(known.lead.id);
    } catch (error) {
      if (outageIn(error) !== undefined) throw error;
      logEvent("lead.not_linked", {
        client_id: callback.client_id,
        destination_id: callback.destination_id,
        error: reasonOf(error),
      });
    }
  }
  return due;
}

const callbackOf = (
  { lead_id, event_id, destination_id, client_id, receiver_id = "" }: SettledAttempt,
  received_at: number,
): Callback => ({
  id: derivedId("answer", event_id, destination_id, receiver_id),
  client_id,
  received_at,
  said: { kind: "link", lead: { lead_id }, crm_lead_id: receiver_id },
  destination_id,
});

async function linkOne(
  callback: Callback,
  facts: CallbackFacts,
  { lead: d1, ...reached }: Reached,
): Promise<DueAgain[]> {
  const policy = { stages: [], rulesOf: () => ({}), isLast: true, isAnswer: true } as const;
  const plan = planCallback(callback, facts, policy);
  if (plan === null || plan === "early" || plan.lead === null) return [];
  const { lead } = plan;
  const planned = await Promise.all(
    noticesOf(callback, plan).map((notice) =>
      planLeadNotice(
        pipelineScope,
        { notice, lead, database: "", subject: `${lead.public_id} ${callback.id}` },
        { ...reached, leadDatabase: () => d1 },
      ),
    ),
  );
  await runBatch(d1, [
    ...writeCallback(pipelineScope, plan),
    ...planned.flatMap(({ rows }) => insertNotices(pipelineScope, rows)),
  ]);
  return planned.flatMap(({ due }) => due);
}
