import type { ClaimedDelivery } from "./claimed-delivery.ts";

/** Deliveries of one destination that go out by the same requests; of most kinds one alone. */
export type ClaimedGroup = [ClaimedDelivery, ...ClaimedDelivery[]];

/**
 * What one request may carry goes together, in the order given, each group at its first's place: those of one destination of which the same is
 * known from earlier tries.
 * @param mostTogether how many of a destination's kind
 */
export function groupClaimed(
  claimed: readonly ClaimedDelivery[],
  mostTogether: (kind: string) => number,
): ClaimedGroup[] {
  const groups: ClaimedGroup[] = [];
  const open = new Map<string, ClaimedGroup>();
  for (const each of claimed) {
    const key = JSON.stringify([each.destination.id, each.delivery.kept]);
    const group = open.get(key);
    if (group !== undefined && group.length < mostTogether(each.destination.kind)) {
      group.push(each);
      continue;
    }
    const begun: ClaimedGroup = [each];
    groups.push(begun);
    open.set(key, begun);
  }
  return groups;
}
