import { kvKeys } from "@leadrelay/contracts/kv-keys";
import type { SubmissionFields } from "@leadrelay/contracts/submission-fields";
import type { SubmissionMessage } from "@leadrelay/contracts/submission-message";
import { withTimeLimit } from "@leadrelay/contracts/time-limit";

/** Below the queue's 128 000 bytes a message, with room for the outage state that may travel along. */
export const messageLimitBytes = 100_000;
const parkingTimeLimitMs = 3_000;

/** A byte of a field becomes at most six (`\u0001`) and may stand twice: in `fields` and in `payload`. */
const worstGrowth = 12;
const envelopeBytes = 25_000;

/** True only if the message cannot be too big, so that the usual one is not serialised just to be measured. */
export const surelyFits = (dataBytes: number) => dataBytes * worstGrowth + envelopeBytes <= messageLimitBytes;

export const serialisedBytes = (value: unknown) => new TextEncoder().encode(JSON.stringify(value)).length;

/**
 * The message as the queue takes it: one that is too big leaves its payload in KV until it is committed.
 * Rejects when KV does not take the payload.
 */
export async function parkPayload(
  message: SubmissionMessage,
  dataBytes: number,
  kv: KVNamespace,
): Promise<SubmissionMessage> {
  if (surelyFits(dataBytes) || serialisedBytes(message) <= messageLimitBytes) return message;
  const key = kvKeys.payload(message.submission_id);
  await withTimeLimit(parkingTimeLimitMs, kv.put(key, JSON.stringify(message.payload)));
  return withoutPayload(message);
}

const longestField = 500;
const fieldsLimitBytes = messageLimitBytes - envelopeBytes;

/** Known fields stay. Where they alone would be too big they are cut: the whole text is in the payload. */
export function withoutPayload(message: SubmissionMessage): SubmissionMessage {
  const parked = { ...message, payload: null };
  if (serialisedBytes(parked) <= messageLimitBytes) return parked;
  const fields: SubmissionFields = {};
  let bytes = 0;
  for (const [name, text] of Object.entries(message.fields) as [keyof SubmissionFields, string][]) {
    const cut = text.slice(0, longestField).toWellFormed();
    bytes += serialisedBytes([name, cut]);
    if (bytes <= fieldsLimitBytes) fields[name] = cut;
  }
  return {
    ...parked,
    fields,
    notes: [...message.notes, "long fields were cut; the payload holds them whole"],
  };
}
