import { submissionMessageSchema, type SubmissionMessage } from "./submission-message.ts";

/** Whatever came from a queue, KV or a dead letter, if it is a submission; kept as it is, unknown keys included. */
export function parseSubmissionMessage(value: unknown): SubmissionMessage | undefined {
  return submissionMessageSchema.safeParse(value).success ? (value as SubmissionMessage) : undefined;
}

/** The same from JSON text. */
export function parseSubmissionText(text: string): SubmissionMessage | undefined {
  try {
    return parseSubmissionMessage(JSON.parse(text));
  } catch {
    return undefined;
  }
}
