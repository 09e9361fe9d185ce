import type { DeliveryRow } from "../decide/commit-plan.ts";

/** What one step may send. */
interface Room {
  /** How many sends a destination takes in this step, at least one. */
  at: (destinationId: string) => number;
  /** Deliveries one step writes. */
  most: number;
}

/**
 * How many of these a step takes, from the first on: until a destination has no room for what the next would send there. The first is always
 * taken, with all its destinations, because a submission is released whole.
 */
export function chooseReleases(
  releases: readonly { deliveries: readonly Pick<DeliveryRow, "destination_id">[] }[],
  { at, most }: Room,
): number {
  const sends = new Map<string, number>();
  let total = 0;
  const end = releases.findIndex(({ deliveries }, index) => {
    for (const { destination_id } of deliveries) {
      const count = (sends.get(destination_id) ?? 0) + 1;
      sends.set(destination_id, count);
      total += 1;
      if (index > 0 && (count > at(destination_id) || total > most)) return true;
    }
    return false;
  });
  return end === -1 ? releases.length : end;
}
