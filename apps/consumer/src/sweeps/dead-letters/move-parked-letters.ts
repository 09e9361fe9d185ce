import { kvPrefixes } from "@leadrelay/contracts/kv-keys";
import { logEvent } from "@leadrelay/contracts/log-event";
import { reasonOf } from "@leadrelay/contracts/reason-of";
import type { Swept } from "@leadrelay/core/sweeps/next-continuation";
import { classifyStorageError, outageIn } from "@leadrelay/db/storage-error";
import { storeDeadLetters } from "../../dead-letters/store-dead-letters.ts";
import type { Dependencies } from "../../dependencies.ts";
import { openBudget, type Budget } from "../budget.ts";
import { kvRecords } from "../kv-records.ts";
import { letterOfRecord, type KeyedLetter } from "./letter-of-record.ts";

/** Looked at in a run: letters for a database that is away lie before those for others. */
const mostRecords = 1_000;
/** To store one and to delete it: with fewer left, some of a page may still lie there. */
const callsForOne = 2;

/**
 * Moves dead letters from KV to D1, oldest first. Killed in between it moves some again, which changes nothing. A database that is
 * away keeps back no other's; throws at the end when there was one, naming it.
 * @param from where an earlier run stopped; "" for the oldest
 */
export async function moveParkedLetters(
  dependencies: Dependencies,
  budget = openBudget(),
  from = "",
): Promise<Swept> {
  const away = new Map<string, string>();
  let moved = 0;
  let next: string | null = from;
  const wanted = { from, limit: mostRecords };
  for await (const page of kvRecords(dependencies.kv, kvPrefixes.deadLetter, wanted, budget)) {
    const parked = page.records.map((record) => letterOfRecord(record, dependencies.now()));
    for (const [database, its] of Map.groupBy(parked, (one) => one.database))
      try {
        if (!away.has(database)) moved += await move(dependencies, database, its, budget);
      } catch (error) {
        away.set(database, `${database}: ${reasonOf(error)}`);
      }
    if (budget.left < callsForOne) break;
    ({ next } = page);
  }
  if (away.size > 0) throw new Error([...away.values()].join("; "));
  return { moved, next };
}

/** Together, as a rule; where D1 refuses them, by halves: one that it refuses alone stays in KV and keeps back no other. */
async function move(
  dependencies: Dependencies,
  database: string,
  waiting: readonly KeyedLetter[],
  budget: Budget,
): Promise<number> {
  // One call to D1, and one to delete each.
  const parked = waiting.slice(0, Math.max(0, budget.left - 1));
  if (parked.length === 0 || !budget.take(1)) return 0;
  try {
    const letters = parked.map(({ letter }) => letter);
    await storeDeadLetters(dependencies, letters, database);
  } catch (error) {
    if (isDatabases(error)) throw error;
    if (parked.length === 1) {
      logEvent("dead_letter.stuck", { key: parked[0]?.key, reason: reasonOf(error) });
      return 0;
    }
    const half = Math.ceil(parked.length / 2);
    const first = await move(dependencies, database, parked.slice(0, half), budget);
    return first + (await move(dependencies, database, parked.slice(half), budget));
  }
  budget.take(parked.length);
  await Promise.all(parked.map(({ key }) => dependencies.kv.delete(key)));
  return parked.length;
}

/** It is away, or lacks a table: no letter's fault. */
function isDatabases(error: unknown): boolean {
  return (
    outageIn(error) !== undefined ||
    (classifyStorageError(error) === "other" && reasonOf(error).startsWith("D1_ERROR"))
  );
}
