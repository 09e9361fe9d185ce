import { amiss, fine, type HealthCheck } from "@leadrelay/contracts/health-check";
import { sayCount } from "@leadrelay/core/wording/say-count";
import { spokenTime } from "@leadrelay/core/explain/what-moves-on";
import { waitingStorageLetters } from "@leadrelay/db/dead-letters/waiting-storage-letters";
import { runOne } from "@leadrelay/db/run-batch";
import { pipelineScope } from "@leadrelay/db/scope";
import { badnessOf } from "./badness-of.ts";
import type { HealthContext } from "./health-context.ts";

const name = "storage_letters";
const mostCounted = 1_000;
const limits = { warningMs: 180_000, problemMs: 900_000 };

/** Submissions that D1 did not take: they go back to the queue by themselves. */
export async function checkStorageLetters({ dependencies, nowMs }: HealthContext): Promise<HealthCheck[]> {
  const read = await Promise.all(
    dependencies.leadDatabaseNames.map((database) =>
      runOne(dependencies.leadDatabase(database), waitingStorageLetters(pipelineScope, mostCounted)),
    ),
  );
  const waiting = read.filter(({ count }) => count > 0);
  if (waiting.length === 0) return [fine(name, "No submission waits for D1's return.")];
  const count = waiting.reduce((sum, one) => sum + one.count, 0);
  const since = Math.min(...waiting.map(({ oldest }) => oldest ?? nowMs));
  const message = `${sayCount(count, "submission", { isMore: count >= mostCounted })} to be stored yet, the oldest since ${spokenTime(since)}.`;
  const state = badnessOf(nowMs - since, limits);
  if (state === "ok") return [fine(name, message)];
  const todo =
    "They go back to the queue every minute. If they return, D1 refuses them: look for commit.failed in the log. `leadrelay dlq list --kind storage_unavailable` lists them.";
  return [amiss(state, name, { message, todo, since })];
}
