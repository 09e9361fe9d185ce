import { kvKeys } from "@leadrelay/contracts/kv-keys";
import { withTimeLimit } from "@leadrelay/contracts/time-limit";
import type { DayCounters } from "@leadrelay/core/statistics/day-counters";
import { z } from "zod";
import { sha256Hex } from "../http/sha256-hex.ts";

const counts = z.record(z.string(), z.number());

const keptDays = z.array(
  z.object({
    client_id: z.string(),
    day: z.int(),
    slots: z.record(
      z.string(),
      z.object({ n: counts.optional(), l: counts.optional(), o: counts.optional() }),
    ),
    arrived: z.record(z.string(), z.record(z.string(), counts)),
    arrived_slots: z.record(z.string(), counts),
    lost: z.record(z.string(), z.object({ r: counts.optional(), d: counts.optional() })),
    last_at: z.int().nullable(),
  }),
);

/** KV slower than this is not waited for: D1 has them as well. */
const kvTimeLimitMs = 500;
const dayMs = 86_400_000;
/** What came before midnight is stored by then, and counted. */
const settlingMs = 2 * 3_600_000;
const whileSettlingMs = 1_800_000;
/** KV keeps nothing for less. */
const leastMs = 60_000;

/** How long days that are over stand as they were read: they change when something was late. */
function keptForMs(nowMs: number): number {
  const ofToday = nowMs % dayMs;
  return ofToday < settlingMs ? whileSettlingMs : Math.max(leastMs, dayMs - ofToday);
}

/** Which days of whom. */
interface PastDays {
  /** The binding of the clients' database. */
  database: string;
  clientIds: readonly string[];
  /** UTC days, the end excluded. */
  from: number;
  until: number;
}

/**
 * Days that are over, of so many clients that D1 is not asked for them each minute: out of KV, where they are kept for the rest of the day,
 * or else by `read`. KV that fails costs rows, and no answer.
 */
export async function pastDays(
  { database, clientIds, from, until }: PastDays,
  read: () => Promise<DayCounters[]>,
  { kv, now }: { kv: KVNamespace; now: () => number },
): Promise<readonly DayCounters[]> {
  const named = JSON.stringify([database, from, until, clientIds.toSorted()]);
  const key = kvKeys.pastDays(await sha256Hex(named));
  const kept = await withTimeLimit(kvTimeLimitMs, kv.get(key, "json")).catch(() => null);
  const parsed = keptDays.safeParse(kept);
  if (parsed.success) return parsed.data;
  const days = await read();
  const expirationTtl = Math.ceil(keptForMs(now()) / 1000);
  await withTimeLimit(kvTimeLimitMs, kv.put(key, JSON.stringify(days), { expirationTtl })).catch(() => null);
  return days;
}
