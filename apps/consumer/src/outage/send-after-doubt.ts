import { wakeupKeyLimit } from "@leadrelay/contracts/delivery-wakeup";
import { afterFoundAbsent, maySendDirectly } from "@leadrelay/core/outage/outage-state";
import type { Dependencies } from "../dependencies.ts";
import { outageOf, withOutage, type Pending } from "../received/pending.ts";
import { groupSends } from "./group-sends.ts";
import { planSends } from "./plan-sends.ts";
import { sendAndRemember } from "./send-and-remember.ts";

/**
 * D1 can be read, and shows that a commit whose outcome was unknown did not happen. Where writing fails again and again, the
 * lead would never leave: it is sent now, before the next commit is tried, which then records the send.
 * As few sends at a time as a wake-up delivers, those never sent first: a crash before that commit repeats them.
 */
export async function sendAfterDoubt(
  pending: readonly Pending[],
  stored: ReadonlySet<string>,
  dependencies: Dependencies,
): Promise<Pending[]> {
  const isDoubtful = (each: Pending) =>
    outageOf(each).commit_attempted_at !== null && !stored.has(each.body.submission_id);
  const neverSentFirst = pending.filter(isDoubtful).toSorted((a, b) => countSent(a) - countSent(b));
  const doubtful = new Set(neverSentFirst.slice(0, wakeupKeyLimit).map(({ message }) => message.id));
  if (doubtful.size === 0) return [...pending];
  const cleared = pending.map((each) =>
    doubtful.has(each.message.id)
      ? withOutage(each, afterFoundAbsent(outageOf(each), dependencies.now()))
      : each,
  );
  const isClear = (each: Pending) => doubtful.has(each.message.id) && maySendDirectly(outageOf(each));
  const planned = await planSends(cleared, isClear, dependencies);
  const now = new Set(groupSends(planned).at(0));
  return sendAndRemember(
    planned.map((each) => (now.has(each) ? each : { ...each, sends: [] })),
    dependencies,
  );
}

const countSent = (pending: Pending) => Object.keys(outageOf(pending).direct).length;
