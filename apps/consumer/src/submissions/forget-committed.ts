import { kvKeys } from "@leadrelay/contracts/kv-keys";
import { logEvent } from "@leadrelay/contracts/log-event";
import type { Dependencies } from "../dependencies.ts";
import type { Pending } from "./pending.ts";

/** Removes what was kept only until the commit. Left-overs do no harm: the journal's are found stored, KV's are copies. */
export async function forgetCommitted(
  committed: readonly Pending[],
  dependencies: Dependencies,
): Promise<void> {
  if (committed.length === 0) return;
  const parked = committed.filter(({ body }) => body.payload === null);
  try {
    await dependencies.journal?.del(committed.map(({ body }) => body.submission_id));
    for (const { body } of parked) await dependencies.kv.delete(kvKeys.payload(body.submission_id));
  } catch (error) {
    logEvent("commit.cleanup_failed", { error: error instanceof Error ? error.message : String(error) });
  }
}
