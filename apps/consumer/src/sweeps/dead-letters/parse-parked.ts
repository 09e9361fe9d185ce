import type { ParkedLetter } from "../../dead-letters/parked-letter.ts";
import { invalidMessageLetter } from "../../dead-letters/invalid-message-letter.ts";
import type { KvRecord } from "../kv-records.ts";

/** A letter in KV, under its key. */
export interface Parked extends ParkedLetter {
  key: string;
}

/** What is no letter was one: it is kept as a letter about its own text. */
export function parseParked({ key, text }: KvRecord, nowMs: number): Parked {
  try {
    const parked = JSON.parse(text) as Partial<ParkedLetter> | null;
    if (typeof parked?.database === "string" && typeof parked.letter?.id === "string")
      return { key, database: parked.database, letter: parked.letter };
  } catch {
    // Falls through to the letter about the text.
  }
  const failure = { cause: "broken_record", attempts: 1, failedAt: nowMs };
  return { key, database: "DB", letter: invalidMessageLetter(text, failure) };
}
