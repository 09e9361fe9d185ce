import { asNamed, judgeCandidate } from "@leadrelay/core/replay/judge-candidate";
import { scheduleOf } from "@leadrelay/core/retry-schedule/schedule-of";
import { probeNow } from "@leadrelay/db/destination-health/write-health";
import { retryDelivery } from "@leadrelay/db/replays/change-delivery";
import { findSentDelivery, type SentDelivery } from "@leadrelay/db/deliveries/find-sent-delivery";
import { replayDestinations } from "@leadrelay/db/replays/replay-destinations";
import { runOne } from "@leadrelay/db/run-batch";
import type { OperatorScope } from "@leadrelay/db/scope";
import { wakeupKey } from "../due-again.ts";
import { findAnywhere } from "./find-anywhere.ts";
import type { ReplayDependencies } from "./replay-dependencies.ts";
import type { SingleChange } from "./single-change.ts";

type RetryDependencies = Pick<
  ReplayDependencies,
  "control" | "leadDatabase" | "now" | "retrySchedule" | "wakeWhenDue"
>;

/** Sends one delivery again, under its id: what is dead, given up, cancelled, taken for somebody whom its receiver had, taken and never confirmed, held by a destination that is on again, or waits for later. */
export async function replayDelivery(
  scope: OperatorScope,
  { deliveryId, by }: { deliveryId: string; by: string },
  dependencies: RetryDependencies,
): Promise<SingleChange<SentDelivery>> {
  const databases = scope.clients.map(({ database }) => database);
  const statement = findSentDelivery(scope, deliveryId);
  const known = await findAnywhere(databases, dependencies.leadDatabase, statement);
  if (known === undefined) return { kind: "not_found" };
  return retryFound(scope, { ...known, by }, dependencies);
}

/** The same for a delivery that was found already. */
export async function retryFound(
  scope: OperatorScope,
  { found, database, by }: { found: SentDelivery; database: string; by: string },
  { control, now, retrySchedule, wakeWhenDue }: RetryDependencies,
): Promise<SingleChange<SentDelivery>> {
  const [destination] = await runOne(control, replayDestinations(scope, [found.destination_id]));
  const nowMs = now();
  const verdict = judgeCandidate(asNamed(found), destination?.state ?? "deleted", nowMs);
  if (verdict.kind === "skip" && verdict.reason !== "changed")
    return { kind: "refused", subject: found, reason: verdict.reason };
  const tries = scheduleOf(destination?.retry_schedule ?? null, retrySchedule).length + 1;
  return {
    kind: "ready",
    subject: found,
    lead: { database, statements: retryDelivery(scope, found, { tries, by, nowMs }) },
    // Whoever asks for one by name has a reason to think that its receiver is back.
    wake: async () => {
      await runOne(control, probeNow(scope, found.destination_id, nowMs));
      await wakeWhenDue(database, [{ key: wakeupKey(found, found.attempts), at: nowMs }], null);
    },
  };
}
