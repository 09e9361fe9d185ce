import { callbackMessageSchema, isCallback, type CallbackMessage } from "./callback-message.ts";
import { parseSubmissionMessage } from "./parse-submission-message.ts";
import type { SubmissionMessage } from "./submission-message.ts";

/** What queue `leads` carries that must not be lost. */
export type QueuedMessage = SubmissionMessage | CallbackMessage;

/** The id under which a message is spilled and kept in the journal. */
export const idOfMessage = (message: QueuedMessage): string =>
  message.type === "callback" ? message.callback_id : message.submission_id;

/** Whatever came from KV, if it is a message of ours. */
export function parseQueuedText(text: string): QueuedMessage | undefined {
  try {
    const value: unknown = JSON.parse(text);
    return isCallback(value) ? callbackMessageSchema.safeParse(value).data : parseSubmissionMessage(value);
  } catch {
    return undefined;
  }
}
