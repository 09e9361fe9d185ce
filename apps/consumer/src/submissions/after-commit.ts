import type { Decided } from "./decide-pending.ts";
import type { GatheredFacts } from "./gather.ts";
import type { Intake } from "./intake.ts";
import { logCommitted } from "./log-committed.ts";
import { sendFirst } from "./send-first.ts";
import { wakeCommitted } from "./wake-committed.ts";

/** Of the half minute that a lease has beside the sends. */
const latestSendMs = 10_000;

/**
 * What follows once D1 has what was decided: its ids are used, its deliveries woken, and its first attempts begun, which nothing else of
 * the batch waits for. Never throws.
 */
export async function afterCommit(
  { plan, claimed, decidedAt }: Decided,
  { destinations }: Pick<GatheredFacts, "destinations">,
  intake: Intake,
): Promise<void> {
  const { database, dependencies, ids } = intake;
  if (ids !== null)
    intake.ids = {
      leads: ids.leads + plan.newLeads.length,
      submissions: ids.submissions + plan.submissions.length,
      count: ids.count - plan.submissions.length,
    };
  logCommitted(plan, database);
  await wakeCommitted(plan, { database, destinations }, dependencies);
  // A commit that took so long to be answered leaves them to the lease.
  if (dependencies.now() - decidedAt > latestSendMs) return;
  intake.firstAttempts -= claimed.length;
  intake.sends.push(
    sendFirst(
      { events: plan.events, submissions: plan.submissions, claimed, destinations, database },
      dependencies,
    ),
  );
}
