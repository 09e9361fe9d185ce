import type { SubmissionMessage } from "@leadrelay/contracts/submission-message";
import type { Dependencies } from "../../dependencies.ts";
import { enqueueSubmissions } from "../../queues/enqueue-submissions.ts";
import { findSettled } from "./find-settled.ts";

/** A message waits at most 300 s for its next try; one untouched for longer may be lost. */
const untouchedForMs = 10 * 60_000;
const mostEntries = 300;

/**
 * Only in the local stack: sends again what was accepted long ago and is nowhere, and forgets what is settled.
 * The entry is not written anew: that would begin the journal's growing gap from the start.
 */
export async function requeueJournal(dependencies: Dependencies): Promise<number> {
  const { journal, leadsQueue } = dependencies;
  if (journal === null) return 0;
  const stale = await journal.listStale(untouchedForMs, mostEntries);
  if (stale.length === 0) return 0;
  // A callback that was kept is found kept when it comes again; until then nobody knows.
  const { callback: callbacks = [], submission = [] } = Object.groupBy(stale, ({ type }) => type);
  const submissions = submission.filter((message) => message.type === "submission");
  const settled = await findSettled(dependencies, submissions);
  const isSettled = ({ submission_id }: SubmissionMessage) => settled.has(submission_id);
  const lost = [...callbacks, ...submissions.filter((message) => !isSettled(message))];
  await journal.del(submissions.filter(isSettled).map(({ submission_id }) => submission_id));
  await enqueueSubmissions({ journal: null, leadsQueue }, lost);
  return lost.length;
}
