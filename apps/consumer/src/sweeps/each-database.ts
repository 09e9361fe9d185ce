import { reasonOf } from "@leadrelay/contracts/reason-of";

/**
 * Sweeps every lead database, beginning at another each minute: one that is away, or lacks its tables, keeps back no other, nor does
 * one that leaves nothing of a minute's operations. Throws at the end when any failed, naming each. Returns what was moved.
 */
export async function eachDatabase(
  { leadDatabaseNames, now }: { leadDatabaseNames: readonly string[]; now: () => number },
  sweep: (database: string) => Promise<number>,
): Promise<number> {
  const first = Math.floor(now() / 60_000) % Math.max(1, leadDatabaseNames.length);
  const failures: string[] = [];
  let moved = 0;
  for (const database of [...leadDatabaseNames.slice(first), ...leadDatabaseNames.slice(0, first)])
    try {
      moved += await sweep(database);
    } catch (error) {
      failures.push(`${database}: ${reasonOf(error)}`);
    }
  if (failures.length > 0) throw new Error(failures.join("; "));
  return moved;
}
