import { kvKeys } from "@leadrelay/contracts/kv-keys";
import { withTimeLimit } from "@leadrelay/contracts/time-limit";
import { logEvent } from "@leadrelay/contracts/log-event";
import { reasonOf } from "@leadrelay/contracts/reason-of";
import type { Dependencies } from "../dependencies.ts";
import { markStored } from "../outage/mark-stored.ts";
import { outageOf, type Pending } from "../received/pending.ts";

/** Nobody waits for a KV that hangs: the messages are acked after this. */
const deleteTimeLimitMs = 5_000;

/** Removes what was kept only until the commit. Left-overs do no harm: the journal's are found stored, KV's are copies. */
export async function forgetCommitted(
  committed: readonly Pending[],
  dependencies: Dependencies,
): Promise<void> {
  if (committed.length === 0) return;
  const stored = committed.filter(
    ({ body, payloadUnread }) => body.payload === null && payloadUnread !== true,
  );
  const { journal, kv } = dependencies;
  try {
    await journal?.del(committed.map(({ body }) => body.submission_id));
    const deleted = stored.map(({ body }) => kv.delete(kvKeys.payload(body.submission_id)));
    await withTimeLimit(
      deleteTimeLimitMs,
      Promise.all([...deleted, ...outagesOver(committed, kv), markStored(committed, dependencies)]),
    );
  } catch (error) {
    logEvent("commit.cleanup_failed", { error: reasonOf(error) });
  }
}

/** A lead that had to wait is stored: its database takes leads again. */
function outagesOver(committed: readonly Pending[], kv: Dependencies["kv"]): Promise<void>[] {
  const waited = committed.filter((pending) => outageOf(pending).tries > 0);
  const databases = new Set(waited.map(({ form }) => form.database));
  return [...databases].map((database) => kv.delete(kvKeys.databaseOutage(database)));
}
