import { wakeupKeyLimit } from "@leadrelay/contracts/delivery-wakeup";
import { outageOf } from "../received/pending.ts";
import type { Received } from "../received/settlement.ts";
import type { PlannedSends } from "./planned-sends.ts";

/**
 * Those that have sends, in groups of as many sends as a wake-up has deliveries: a crash repeats those that no message tells of yet.
 * Whoever was tried least stands first, so that what an invocation had no time for is the next one's beginning. A lead is whole in its group.
 */
export function groupSends<Each extends Received>(
  planned: readonly PlannedSends<Each>[],
): PlannedSends<Each>[][] {
  const groups: PlannedSends<Each>[][] = [];
  let together = 0;
  const waiting = planned.filter(({ sends }) => sends.length > 0);
  for (const each of waiting.toSorted((a, b) => triesOf(a) - triesOf(b))) {
    const last = groups.at(-1);
    together += each.sends.length;
    if (last !== undefined && together <= wakeupKeyLimit) last.push(each);
    else {
      groups.push([each]);
      together = each.sends.length;
    }
  }
  return groups;
}

const triesOf = ({ received }: PlannedSends<Received>): number =>
  Object.values(outageOf(received).direct).reduce((sum, tries) => sum + tries.length, 0);
