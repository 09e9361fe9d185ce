import { withTimeLimit } from "@leadrelay/contracts/time-limit";
import type { Dependencies } from "../dependencies.ts";

const timeLimitMs = 2_000;

/** How many messages wait in each queue we send to; null where the platform does not tell. Never throws. */
export function queueBacklogs({
  leadsQueue,
  deliveriesQueue,
  slowDeliveriesQueue,
}: Pick<Dependencies, "leadsQueue" | "deliveriesQueue" | "slowDeliveriesQueue">): Promise<
  { queue: string; count: number | null }[]
> {
  const queues = {
    leads: leadsQueue,
    deliveries: deliveriesQueue,
    ...(slowDeliveriesQueue === null ? {} : { "deliveries-slow": slowDeliveriesQueue }),
  };
  return Promise.all(
    Object.entries(queues).map(async ([queue, binding]) => {
      try {
        const { backlogCount } = await withTimeLimit(timeLimitMs, binding.metrics());
        return { queue, count: backlogCount };
      } catch {
        return { queue, count: null };
      }
    }),
  );
}
