import type { SignalOf } from "@leadrelay/contracts/signal";
import type { TakenCount } from "./taken-counts.ts";

/** A delivery that arrived, with what it adds to its destination's counts. */
export interface TakenDelivery {
  client_id: string;
  destination_id: string;
  lead_id: number;
  event_id: string;
  /** ms UTC. */
  taken_at: number;
  taken: readonly TakenCount[];
}

/** A count that a cap tells of when it is reached: from `at` on, and of one that goes further at once from `below` on no more. */
export interface CapMark {
  client_id: string;
  destination_id: string;
  /** The count, as `tallies` names it. */
  counted: string;
  period: string;
  /** So many of it come now: one that stood there before was told then. */
  added: number;
  at: number;
  below: number | null;
  /** The signal's. */
  subject: string;
  raised_at: number;
  /** All of it but how many are counted. */
  part: Omit<SignalOf<"destination.capped">["part"], "used">;
  sample: SignalOf<"destination.capped">["sample"];
}

/** A cap tells that it is used so far, in percent. */
const told = [80, 100] as const;

/**
 * At which counts caps are to be told of, once these deliveries are counted: at 80 % and at all of each, once in each of its times. Of one so small
 * that both are the same, and where one batch goes past both, only that it is used up.
 */
export function capMarks(deliveries: readonly TakenDelivery[]): CapMark[] {
  const counts = Map.groupBy(
    deliveries.flatMap((delivery) => delivery.taken.map((count) => ({ delivery, count }))),
    ({ delivery, count }) => `${delivery.client_id} ${count.subject} ${count.period}`,
  );
  return [...counts.values()].flatMap((of) => {
    const last = of.at(-1);
    const { against } = last?.count ?? {};
    if (last === undefined || against === undefined) return [];
    return against.caps.flatMap((cap) => marksOf(cap, { ...last, against, added: of.length }));
  });
}

type Against = NonNullable<TakenCount["against"]>;

function marksOf(
  { per, leads, source }: Against["caps"][number],
  {
    delivery,
    count,
    against,
    added,
  }: { delivery: TakenDelivery; count: TakenCount; against: Against; added: number },
): CapMark[] {
  const { client_id, destination_id, lead_id, event_id, taken_at } = delivery;
  const { subject, period } = count;
  const { until, time_zone } = against;
  const steps = told.map((percent) => ({ percent, at: Math.ceil((leads * percent) / 100) }));
  return steps
    .filter(({ percent, at }) => percent === 100 || at < leads)
    .map(({ percent, at }) => ({
      client_id,
      destination_id,
      counted: subject,
      period,
      added,
      at,
      below: percent === 100 ? null : leads,
      subject: `${subject} ${period} ${percent} % of ${leads}`,
      raised_at: taken_at,
      part: { cap: per, source, percent, limit: leads, period, until, time_zone },
      sample: { lead_id, event_id },
    }));
}
