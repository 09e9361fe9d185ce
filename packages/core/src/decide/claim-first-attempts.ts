import type { CommitPlan, DeliveryRow } from "./commit-plan.ts";

interface FirstAttempts {
  /** How many the invocation sends itself; none of a larger batch. */
  most: number;
  /** Destinations that answer, and fast. */
  isWell: (destinationId: string) => boolean;
  /** Until when what is claimed belongs to the invocation that commits, ms UTC. */
  leaseUntil: number;
}

/**
 * Sales ring first whom they hear of first: where a commit makes few deliveries, one for each lane, those to destinations that are
 * well are written as claimed, for the same invocation to send. A larger batch, and what goes to a destination that failed or was slow,
 * is left to wake-ups, so that no receiver holds up leads. What was tried while D1 was down goes on by its schedule.
 */
export function claimFirstAttempts(
  plan: CommitPlan,
  { most, isWell, leaseUntil }: FirstAttempts,
): { plan: CommitPlan; claimed: DeliveryRow[] } {
  const isFirst = ({ status, attempts }: DeliveryRow) => status === "pending" && attempts === 0;
  if (plan.deliveries.filter(({ status }) => status === "pending").length > most)
    return { plan, claimed: [] };
  const claimed: DeliveryRow[] = [];
  const deliveries = plan.deliveries.map((row) => {
    if (!isFirst(row) || !isWell(row.destination_id)) return row;
    const taken: DeliveryRow = { ...row, status: "in_flight", attempts: 1, lease_until: leaseUntil };
    claimed.push(taken);
    return taken;
  });
  return { plan: { ...plan, deliveries }, claimed };
}
