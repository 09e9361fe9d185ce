import { parseSubmissionText } from "@leadrelay/contracts/parse-submission-message";
import type { SubmissionMessage } from "@leadrelay/contracts/submission-message";
import { letterMessages } from "@leadrelay/db/dead-letters/letter-messages";
import { runOne } from "@leadrelay/db/run-batch";
import type { Scope } from "@leadrelay/db/scope";
import type { ReplayDependencies } from "./replay-dependencies.ts";

/** What became of letters, by their ids; those in none of these hold no submission that could be read. */
export interface Requeued {
  /** Back on the queue. */
  taken: ReadonlySet<string>;
  refused: ReadonlySet<string>;
  /** Not tried, because the time was over: the last ones. */
  left: ReadonlySet<string>;
}

/**
 * Puts the submissions of these letters back on the queue, in this order. Twice is harmless, ids are the same. Throws when the queue
 * takes nothing; mark the letters only after this.
 */
export async function requeueLetters(
  scope: Scope,
  { database, clientId, ids }: { database: string; clientId: string | null; ids: readonly string[] },
  { leadDatabase, enqueueSubmissions }: Pick<ReplayDependencies, "leadDatabase" | "enqueueSubmissions">,
): Promise<Requeued> {
  if (ids.length === 0) return { taken: new Set(), refused: new Set(), left: new Set() };
  const found = await runOne(leadDatabase(database), letterMessages(scope, clientId, ids));
  const texts = new Map(found.map(({ id, payload_json }) => [id, payload_json]));
  const idOf = new Map<SubmissionMessage, string>();
  for (const id of ids) {
    const message = parseSubmissionText(texts.get(id) ?? "");
    if (message !== undefined) idOf.set(message, id);
  }
  const { taken, refused } = await enqueueSubmissions([...idOf.keys()]);
  const idsOf = (messages: Iterable<SubmissionMessage>) =>
    new Set([...messages].flatMap((message) => idOf.get(message) ?? []));
  const tried = new Set([...taken, ...refused]);
  const left = [...idOf.keys()].filter((message) => !tried.has(message));
  return { taken: idsOf(taken), refused: idsOf(refused), left: idsOf(left) };
}
