import { parseSubmissionText } from "@leadrelay/contracts/parse-submission-message";
import { letterMessages } from "@leadrelay/db/replays/letter-messages";
import { runBatch } from "@leadrelay/db/run-batch";
import type { Scope } from "@leadrelay/db/scope";
import type { ReplayDependencies } from "./replay-dependencies.ts";

/**
 * Puts the submissions of these letters back on the queue; returns the letters whose message it could read. Twice is harmless, ids are
 * the same. Throws when the queue refuses; mark the letters only after this.
 */
export async function requeueLetters(
  scope: Scope,
  letters: { database: string; clientId: string | null; ids: readonly string[] },
  { leadDatabase, enqueueSubmissions }: Pick<ReplayDependencies, "leadDatabase" | "enqueueSubmissions">,
): Promise<string[]> {
  if (letters.ids.length === 0) return [];
  const [found] = await runBatch(leadDatabase(letters.database), [
    letterMessages(scope, letters.clientId, letters.ids),
  ]);
  const read = found.flatMap(({ id, payload_json }) => {
    const message = parseSubmissionText(payload_json);
    return message === undefined ? [] : [{ id, message }];
  });
  await enqueueSubmissions(read.map(({ message }) => message));
  return read.map(({ id }) => id);
}
