import { invalidMessageLetter } from "../../dead-letters/invalid-message-letter.ts";
import { recordDeadLetters } from "../../dead-letters/record-dead-letters.ts";
import type { Dependencies } from "../../dependencies.ts";
import type { KvRecord } from "../kv-records.ts";

/** A record that cannot be read becomes a dead letter: where a person sees it, not where a sweep stumbles over it every minute. */
export async function buryBroken(dependencies: Dependencies, records: readonly KvRecord[]): Promise<void> {
  if (records.length === 0) return;
  const failure = { cause: "not_a_submission", attempts: 1, failedAt: dependencies.now() };
  await recordDeadLetters(
    dependencies,
    records.map(({ text }) => invalidMessageLetter(text, failure)),
  );
  await Promise.all(records.map(({ key }) => dependencies.kv.delete(key)));
}
