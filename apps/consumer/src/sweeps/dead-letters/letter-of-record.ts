import { parseParkedLetter, type ParkedLetter } from "@leadrelay/contracts/parked-letter";
import { invalidMessageLetter } from "../../dead-letters/invalid-message-letter.ts";
import type { KvRecord } from "../kv-records.ts";

/** A letter in KV, under its key. */
export interface KeyedLetter extends ParkedLetter {
  key: string;
}

/** What is no letter was one: it is kept as a letter about its own text. */
export function letterOfRecord({ key, text }: KvRecord, nowMs: number): KeyedLetter {
  const { database = null, letter } = parseParkedLetter(text) ?? {};
  if (database !== null && letter !== undefined) return { key, database, letter };
  const failure = { cause: "broken_record" as const, attempts: 1, failedAt: nowMs };
  return { key, database: "DB", letter: invalidMessageLetter(text, failure) };
}
