import { onceKey, soughtBy } from "@leadrelay/core/callbacks/sought-by";
import type { CallbackPlan } from "@leadrelay/core/callbacks/callback-plan";
import { planCallback } from "@leadrelay/core/callbacks/plan-callback";
import { returnPeriod } from "@leadrelay/core/callbacks/plan-return";
import { resolveCallbacks, type AskedCallback } from "@leadrelay/db/callbacks/resolve-callbacks";
import { writeCallback } from "@leadrelay/db/callbacks/write-callback";
import { runBatch, runOne } from "@leadrelay/db/run-batch";
import { pipelineScope } from "@leadrelay/db/scope";
import { classifyStorageError } from "@leadrelay/db/storage-error";
import { withRepeats } from "@leadrelay/db/with-repeats";
import { passReturned, type PassedReturn } from "@leadrelay/delivery/routes/pass-returned";
import type { Dependencies } from "../dependencies.ts";
import { wakeDeliveriesWhenDue } from "../queues/wake-deliveries.ts";
import { tellCallback } from "./tell-callbacks.ts";
import type { KeptCallback, ProvedCallback } from "./kept-callback.ts";

/**
 * Finds out which leads callbacks are about, and writes what comes of them in one batch: two D1 calls. `unmatched`: it may be looked at again.
 * Throws what D1 throws. @param isLast what matches no lead even now is kept as that
 */
export async function commitCallbacks(
  database: string,
  together: readonly ProvedCallback[],
  isLast: (one: ProvedCallback) => boolean,
  dependencies: Dependencies,
): Promise<KeptCallback[]> {
  const d1 = dependencies.leadDatabase(database);
  const asked = together.map(({ callback }) => toAsked(callback));
  const facts = await withRepeats(() => runOne(d1, resolveCallbacks(pipelineScope, asked)), dependencies);
  const seen = new Set<string>();
  const plans: { one: ProvedCallback; plan: CallbackPlan }[] = [];
  const ends = together.map((one, index): KeptCallback => {
    const known = facts[index];
    if (known === undefined) return { one, end: "conflict" };
    const { callback, client } = one;
    const rulesOf = (id: string) => client.rules.get(id) ?? {};
    const plan = planCallback(callback, known, { stages: client.stages, rulesOf, isLast: isLast(one) });
    if (plan === "early") return { one, end: "unmatched" };
    const names = plan === null ? [] : namesOf(plan);
    if (names.some((name) => seen.has(name))) return { one, end: "later" };
    // Who wants no messages, or wants them again, is heard at once: a lead of that number may be on its way.
    if (plan?.row.lead_id === 0 && plan.row.refused !== null && plan.optOut === null && !isLast(one))
      return { one, end: "unmatched" };
    for (const name of names) seen.add(name);
    if (plan !== null) plans.push({ one, plan });
    return { one, end: "kept" };
  });
  const passed = await passOn(plans, d1, dependencies);
  const told = await Promise.all(plans.map(({ one, plan }) => tellCallback(one, plan, dependencies)));
  const kept = plans.flatMap(({ plan }, index) => [
    ...writeCallback(pipelineScope, plan),
    ...(told[index]?.statements ?? []),
    ...(passed.get(plan)?.statements ?? []),
  ]);
  try {
    await runBatch(d1, kept);
    const due = [...told, ...passed.values()].flatMap((each) => each.due);
    if (due.length > 0) await wakeDeliveriesWhenDue(dependencies, database, due);
    return ends;
  } catch (error) {
    if (classifyStorageError(error) !== "conflict") throw error;
    return ends.map(({ one, end }) => ({ one, end: end === "kept" ? "conflict" : end }));
  }
}

/** What members of routes give back, and is to go on: said in the plan, so that it is told. */
async function passOn(
  plans: readonly { plan: CallbackPlan }[],
  lead: D1Database,
  { control, now, config }: Dependencies,
): Promise<Map<CallbackPlan, PassedReturn>> {
  const leaving = plans.flatMap(({ plan }) =>
    plan.leaves === null
      ? []
      : [{ lead_id: plan.row.lead_id, destination_id: plan.leaves, client_id: plan.row.client_id }],
  );
  const { environment, retrySchedule } = config;
  const passed = await passReturned(leaving, { control, lead, now, environment, retrySchedule });
  const byLead = new Map(passed.map((one) => [one.lead_id, one]));
  return new Map(
    plans.flatMap(({ plan }) => {
      const one = plan.leaves === null ? undefined : byLead.get(plan.row.lead_id);
      plan.passedOnTo = one?.to ?? null;
      return one === undefined ? [] : [[plan, one] as const];
    }),
  );
}

function toAsked({ id, client_id, received_at, said }: ProvedCallback["callback"]): AskedCallback {
  const is_outcome = said.kind === "outcome";
  const isReturn = is_outcome && said.outcome === "returned";
  const return_period = isReturn ? returnPeriod(received_at).key : null;
  return { id, client_id, sought: soughtBy(said), once_key: onceKey(said), return_period, is_outcome };
}

const namesOf = ({ row, tallies }: CallbackPlan): string[] => [
  row.id,
  ...(row.once_key === null ? [] : [`${row.lead_id} ${row.once_key}`]),
  ...(row.lead_id === 0 ? [] : [`lead ${row.lead_id}`]),
  // How many may be given back was read before any of them was.
  ...tallies.map(({ client_id, subject }) => `${client_id} ${subject}`),
];
