import { kvKeys } from "@leadrelay/contracts/kv-keys";
import { outageSummarySchema } from "@leadrelay/contracts/outage-summary";
import { outageOf, type Pending } from "../received/pending.ts";
import type { Dependencies } from "../dependencies.ts";
import { keepSummary } from "./keep-summary.ts";

/** A summary is written at the second failed try. */
const leastTries = 2;
/** KV reads no more keys at once. */
const mostRead = 100;

/** Leads that waited for D1 are stored: what is told of them says when, and is gone a day later. Throws what KV throws. */
export async function markStored(
  committed: readonly Pending[],
  { kv, now }: Pick<Dependencies, "kv" | "now">,
): Promise<void> {
  const keys = committed
    .filter((pending) => outageOf(pending).tries >= leastTries)
    .map(({ body }) => kvKeys.persistenceFailure(body.submission_id));
  for (let from = 0; from < keys.length; from += mostRead) {
    const kept = await kv.get(keys.slice(from, from + mostRead), "json");
    const summaries = [...kept.values()].flatMap((value) => outageSummarySchema.safeParse(value).data ?? []);
    const waiting = summaries.filter(({ stored_at }) => stored_at === undefined);
    await Promise.all(waiting.map((summary) => keepSummary(kv, { ...summary, stored_at: now() })));
  }
}
