import type { SubmissionMessage } from "@leadrelay/contracts/submission-message";
import type { Swept } from "@leadrelay/core/sweeps/next-continuation";
import { listStorageLetters } from "@leadrelay/db/dead-letters/list-storage-letters";
import { markReplayed } from "@leadrelay/db/dead-letters/mark-replayed";
import { runOne } from "@leadrelay/db/run-batch";
import { pipelineScope } from "@leadrelay/db/scope";
import type { Dependencies } from "../../dependencies.ts";
import { enqueueInTime } from "../../queues/enqueue-in-time.ts";
import { leaving, openBudget, type Budget } from "../budget.ts";
import { eachDatabase } from "../each-database.ts";

/** Messages of one read may be 100 KB each. */
const pageSize = 100;
const mostPages = 10;

/** D1 answers again: what waited for it goes back to the queue by itself. Killed between send and mark it goes twice, under the same id. */
export async function replayStorageLetters(
  dependencies: Dependencies,
  budget = openBudget(),
): Promise<Swept> {
  let isMore = false;
  const moved = await eachDatabase(dependencies, async (database) => {
    const replayed = await replayFrom(dependencies, database, budget);
    isMore ||= replayed.isMore;
    return replayed.moved;
  });
  // What was marked is no longer listed: the rest begins at the beginning.
  return { moved, next: isMore ? "" : null };
}

async function replayFrom(
  dependencies: Dependencies,
  database: string,
  budget: Budget,
): Promise<{ moved: number; isMore: boolean }> {
  const d1 = dependencies.leadDatabase(database);
  let moved = 0;
  for (let page = 0; page < mostPages && budget.take(1); page += 1) {
    const letters = await runOne(d1, listStorageLetters(pipelineScope, pageSize));
    const letterOf = new Map(
      letters.map((letter) => [JSON.parse(letter.payload_json) as SubmissionMessage, letter]),
    );
    // A call to mark all is left.
    const sending = leaving(budget, 1);
    const { taken, refused } = await enqueueInTime(dependencies, [...letterOf.keys()], () => sending.take(1));
    const isWhole = taken.length + refused.length === letters.length;
    if (taken.length === 0) return { moved, isMore: !isWhole };
    budget.take(1);
    const sent = taken.flatMap((message) => letterOf.get(message) ?? []);
    await runOne(d1, markReplayed(pipelineScope, sent, "system", dependencies.now()));
    moved += sent.length;
    if (!isWhole) return { moved, isMore: true };
    if (letters.length < pageSize) return { moved, isMore: false };
  }
  return { moved, isMore: true };
}
