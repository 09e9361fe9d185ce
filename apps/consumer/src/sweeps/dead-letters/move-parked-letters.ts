import { kvPrefixes } from "@leadrelay/contracts/kv-keys";
import { logEvent } from "@leadrelay/contracts/log-event";
import { classifyStorageError } from "@leadrelay/db/storage-error";
import type { ParkedLetter } from "../../dead-letters/parked-letter.ts";
import { invalidMessageLetter } from "../../dead-letters/invalid-message-letter.ts";
import { storeDeadLetters } from "../../dead-letters/store-dead-letters.ts";
import type { Dependencies } from "../../dependencies.ts";
import { kvRecords, type KvRecord } from "../kv-records.ts";

/** A minute's worth; each is a statement to D1 and a delete. */
const mostRecords = 200;

/** Moves dead letters from KV to D1, oldest first. Killed in between it moves one again, which changes nothing. */
export async function moveParkedLetters(dependencies: Dependencies): Promise<number> {
  let moved = 0;
  for await (const records of kvRecords(dependencies.kv, kvPrefixes.deadLetter, mostRecords))
    for (const record of records) if (await move(dependencies, record)) moved += 1;
  return moved;
}

/** One that D1 refuses stays in KV and keeps back no other; D1 being away ends the sweep. */
async function move(dependencies: Dependencies, record: KvRecord): Promise<boolean> {
  const { database, letter } = parseParked(record, dependencies.now());
  try {
    await storeDeadLetters(dependencies, [letter], database);
  } catch (error) {
    if (classifyStorageError(error) === "unavailable") throw error;
    const reason = error instanceof Error ? error.message : String(error);
    logEvent("dead_letter.stuck", { key: record.key, reason });
    return false;
  }
  await dependencies.kv.delete(record.key);
  return true;
}

/** What is no letter was one: it is kept as a letter about its own text. */
function parseParked({ text }: KvRecord, nowMs: number): ParkedLetter {
  try {
    const parked = JSON.parse(text) as Partial<ParkedLetter> | null;
    if (typeof parked?.database === "string" && typeof parked.letter?.id === "string")
      return { database: parked.database, letter: parked.letter };
  } catch {
    // Falls through to the letter about the text.
  }
  const failure = { cause: "broken_record", attempts: 1, failedAt: nowMs };
  return { database: "DB", letter: invalidMessageLetter(text, failure) };
}
