import type { NewDeadLetter } from "@leadrelay/contracts/dead-letter";
import { kvKeys } from "@leadrelay/contracts/kv-keys";
import { logEvent } from "@leadrelay/contracts/log-event";
import type { ParkedLetter } from "@leadrelay/contracts/parked-letter";
import { reasonOf } from "@leadrelay/contracts/reason-of";
import type { Dependencies } from "../dependencies.ts";
import { storeDeadLetters } from "./store-dead-letters.ts";

/**
 * Records letters in the lead database they belong to; while D1 does not take them, in KV, from where the sweep moves them.
 * Only after this may the message they are about be acked. Throws when KV fails too: then the message must be retried.
 * @param database Binding name of the client's lead database; `DB` where no client is known.
 */
export async function recordDeadLetters(
  dependencies: Dependencies,
  letters: readonly NewDeadLetter[],
  database = "DB",
): Promise<void> {
  try {
    await storeDeadLetters(dependencies, letters, database);
  } catch (error) {
    const reason = reasonOf(error);
    await Promise.all(letters.map((letter) => park(dependencies, { database, letter }, reason)));
  }
}

async function park(dependencies: Dependencies, parked: ParkedLetter, reason: string): Promise<void> {
  const { id, kind, cause, submission_id } = parked.letter;
  await dependencies.kv.put(kvKeys.deadLetter(dependencies.now(), id), JSON.stringify(parked));
  logEvent("dead_letter.parked", { id, kind, cause, submission_id, reason });
}
