import { kvKeys } from "@leadrelay/contracts/kv-keys";
import type { OutageMetadata, OutageSummary } from "@leadrelay/contracts/outage-summary";
import { withTimeLimit } from "@leadrelay/contracts/time-limit";

const waitingSeconds = 7 * 24 * 3600;
const storedSeconds = 24 * 3600;
/** No lead waits for a KV that hangs. */
const timeLimitMs = 3_000;
/** What KV takes beside a value is 1 KB; many destinations are told by the value alone. */
const longestSent = 400;

/** Keeps what is told of a lead that waits, for seven days; of one that is stored by now, for one more. Throws what KV throws. */
export async function keepSummary(kv: KVNamespace, summary: OutageSummary): Promise<void> {
  const { client_id, form_key, sent, received_at, stored_at } = summary;
  const metadata: OutageMetadata = {
    client_id,
    form_key,
    sent: sent.slice(0, longestSent),
    received_at,
    ...(stored_at === undefined ? {} : { stored_at }),
  };
  const put = kv.put(kvKeys.persistenceFailure(summary.submission_id), JSON.stringify(summary), {
    metadata,
    expirationTtl: stored_at === undefined ? waitingSeconds : storedSeconds,
  });
  await withTimeLimit(timeLimitMs, put);
}
