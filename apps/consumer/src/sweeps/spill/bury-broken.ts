import { invalidMessageLetter } from "../../dead-letters/invalid-message-letter.ts";
import { recordDeadLetters } from "../../dead-letters/record-dead-letters.ts";
import type { Dependencies } from "../../dependencies.ts";
import type { Budget } from "../budget.ts";
import type { KvRecord } from "../kv-records.ts";

/** A record that cannot be read becomes a dead letter: where a person sees it, not where a sweep stumbles over it every minute. */
export async function buryBroken(
  dependencies: Dependencies,
  broken: readonly KvRecord[],
  budget: Budget,
): Promise<void> {
  // While D1 is away each letter is written to KV; each record is deleted.
  const records = broken.slice(0, Math.max(0, Math.floor((budget.left - 1) / 2)));
  if (records.length === 0) return;
  budget.take(1 + 2 * records.length);
  const failure = { cause: "not_a_submission" as const, attempts: 1, failedAt: dependencies.now() };
  await recordDeadLetters(
    dependencies,
    records.map(({ text }) => invalidMessageLetter(text, failure)),
  );
  await Promise.all(records.map(({ key }) => dependencies.kv.delete(key)));
}
