import type { SubmissionMessage } from "@leadrelay/contracts/submission-message";
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
export const replayStorageLetters = (dependencies: Dependencies, budget = openBudget()): Promise<number> =>
  eachDatabase(dependencies, (database) => replayFrom(dependencies, database, budget));

async function replayFrom(dependencies: Dependencies, database: string, budget: Budget): Promise<number> {
  const d1 = dependencies.leadDatabase(database);
  let replayed = 0;
  for (let page = 0; page < mostPages && budget.take(1); page += 1) {
    const letters = await runOne(d1, listStorageLetters(pipelineScope, pageSize));
    const letterOf = new Map(
      letters.map((letter) => [JSON.parse(letter.payload_json) as SubmissionMessage, letter]),
    );
    // A call to mark all is left.
    const sending = leaving(budget, 1);
    const { taken, refused } = await enqueueInTime(dependencies, [...letterOf.keys()], () => sending.take(1));
    if (taken.length === 0) break;
    budget.take(1);
    const sent = taken.flatMap((message) => letterOf.get(message) ?? []);
    await runOne(d1, markReplayed(pipelineScope, sent, "system", dependencies.now()));
    replayed += sent.length;
    if (taken.length + refused.length < pageSize) break;
  }
  return replayed;
}
