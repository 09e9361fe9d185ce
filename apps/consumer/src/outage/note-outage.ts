import {
  databaseOutageSchema,
  outageNoteSeconds,
  type DatabaseOutage,
} from "@leadrelay/contracts/database-outage";
import { kvKeys } from "@leadrelay/contracts/kv-keys";
import { logEvent } from "@leadrelay/contracts/log-event";
import { withTimeLimit } from "@leadrelay/contracts/time-limit";
import { reasonOf } from "@leadrelay/contracts/reason-of";
import type { Dependencies } from "../dependencies.ts";

/** Told so often at most: KV takes one write a second for a key. */
const everyMs = 30_000;
/** No lead waits for a KV that hangs. */
const timeLimitMs = 1_000;

/** Keeps in KV that a database takes no leads, since when, and what it said, for health to tell. KV failing costs only that. */
export async function noteOutage(
  database: string,
  error: string,
  { kv, now }: Pick<Dependencies, "kv" | "now">,
): Promise<void> {
  try {
    const key = kvKeys.databaseOutage(database);
    const read = databaseOutageSchema.safeParse(await withTimeLimit(timeLimitMs, kv.get(key, "json")));
    const nowMs = now();
    if (read.success && read.data.error === error && nowMs - read.data.last_at < everyMs) return;
    const note: DatabaseOutage = { error, since: read.data?.since ?? nowMs, last_at: nowMs };
    await withTimeLimit(timeLimitMs, kv.put(key, JSON.stringify(note), { expirationTtl: outageNoteSeconds }));
  } catch (failure) {
    logEvent("outage.note_failed", { database, error: reasonOf(failure) });
  }
}
