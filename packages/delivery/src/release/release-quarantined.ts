import { parseSubmissionMessage, parseSubmissionText } from "@leadrelay/contracts/parse-submission-message";
import type { SubmissionMessage } from "@leadrelay/contracts/submission-message";
import { markReleased } from "@leadrelay/db/quarantine/mark-released";
import { quarantinedMessages, type QuarantinedMessage } from "@leadrelay/db/quarantine/quarantined-messages";
import { runOne } from "@leadrelay/db/run-batch";
import type { Scope } from "@leadrelay/db/scope";
import type { Statement } from "@leadrelay/db/statement";
import { fitMessage } from "./fit-message.ts";
import type { ReleaseStepDependencies } from "./release-dependencies.ts";

type Dependencies = Pick<ReleaseStepDependencies, "leadDatabase" | "enqueueSubmissions" | "now" | "kv">;

/** What became of quarantined submissions, by their ids; those in none of these are not there, or hold no message that could be read. */
export interface Released {
  /** On the queue. */
  taken: ReadonlySet<string>;
  /** Released before: nothing was done. */
  already: ReadonlySet<string>;
  /** The queue takes others, but not these. */
  refused: ReadonlySet<string>;
  /** Not tried, because the time was over: ask again. */
  left: ReadonlySet<string>;
  /** Say of those taken that they are released: for the caller to commit, with what the audit log says. */
  statements: Statement<number>[];
}

/**
 * Lets submissions of one client out of quarantine: each goes on the queue as if it had just come, no bot's any more, with the time it
 * really came. They are on the queue when this answers, before their rows say so: a crash in between, or a second release, repeats messages
 * with the same ids, of which nothing is stored or sent twice, and their commit marks the rows too. Throws when the queue takes nothing.
 */
export async function releaseQuarantined(
  scope: Scope,
  { database, clientId, ids, by }: { database: string; clientId: string; ids: readonly string[]; by: string },
  dependencies: Dependencies,
): Promise<Released> {
  const { leadDatabase, enqueueSubmissions, now } = dependencies;
  const read = await runOne(leadDatabase(database), quarantinedMessages(scope, clientId, ids));
  const kept = new Map(read.map((row) => [row.public_id, row]));
  const messages = ids.flatMap((id) => {
    const row = kept.get(id);
    const message = row === undefined || row.released_at !== null ? undefined : messageOf(row);
    return message === undefined ? [] : [message];
  });
  const sendable = await Promise.all(messages.map((message) => fitMessage(message, dependencies)));
  const { taken, refused } = await enqueueSubmissions(sendable);
  const tried = new Set([...taken, ...refused]);
  return {
    taken: idsOf(taken),
    already: new Set(read.flatMap((row) => (row.released_at === null ? [] : [row.public_id]))),
    refused: idsOf(refused),
    left: idsOf(sendable.filter((message) => !tried.has(message))),
    statements: markReleased(
      scope,
      taken.map(({ submission_id }) => ({ client_id: clientId, public_id: submission_id })),
      now(),
      by,
    ),
  };
}

const idsOf = (messages: readonly SubmissionMessage[]) =>
  new Set(messages.map(({ submission_id }) => submission_id));

/** The message as it is sent on; a payload that KV has stays there. */
function messageOf({ message_json, payload_json }: QuarantinedMessage): SubmissionMessage | undefined {
  const message = parseSubmissionText(message_json);
  if (message === undefined) return undefined;
  const released: SubmissionMessage = { ...message, is_bot: false, quarantine: "released" };
  if (message.payload === null) return released;
  try {
    return parseSubmissionMessage({ ...released, payload: JSON.parse(payload_json) });
  } catch {
    return undefined;
  }
}
