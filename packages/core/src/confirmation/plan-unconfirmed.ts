import type { AfterDelivery } from "@leadrelay/contracts/after-delivery";
import type { SignalOf } from "@leadrelay/contracts/signal";
import type { OverdueDelivery } from "./overdue.ts";

const minuteMs = 60_000;

/** What becomes of deliveries that nobody confirmed in time. */
interface UnconfirmedPlan {
  /** Count as never confirmed from now on. */
  unconfirmed: OverdueDelivery[];
  /** Are waited for no longer, and nothing is said of them. */
  released: OverdueDelivery[];
  /** One for each destination, with how many. */
  signals: SignalOf<"delivery.unconfirmed">[];
}

/**
 * Judges what is overdue. A destination that must confirm no longer, or is gone, owes nothing; of a delivery it is told once, however often
 * somebody sends it again. @param rulesOf undefined for a destination that is gone
 */
export function planUnconfirmed(
  overdue: readonly OverdueDelivery[],
  rulesOf: (destinationId: string) => AfterDelivery | undefined,
  nowMs: number,
): UnconfirmedPlan {
  const due = overdue.filter(({ confirm_by }) => confirm_by <= nowMs);
  const owes = ({ destination_id }: OverdueDelivery) => rulesOf(destination_id)?.confirmation !== undefined;
  const unconfirmed = due.filter(owes);
  const news = unconfirmed.filter(({ unconfirmed_at }) => unconfirmed_at === null);
  const together = [...Map.groupBy(news, ({ destination_id }) => destination_id).values()];
  return {
    unconfirmed,
    released: due.filter((one) => !owes(one)),
    signals: together.flatMap(([first, ...rest]) =>
      first === undefined ? [] : [signalOf(first, rest.length + 1, nowMs)],
    ),
  };
}

const signalOf = (
  { public_id, client_id, lead_id, event_id, destination_id, settled_at, confirm_by }: OverdueDelivery,
  count: number,
  nowMs: number,
): SignalOf<"delivery.unconfirmed"> => ({
  type: "delivery.unconfirmed",
  client_id,
  destination_id,
  subject: "",
  count,
  raised_at: nowMs,
  sample: { lead_id, event_id },
  part: {
    delivery_id: public_id,
    delivered_at: settled_at,
    within_minutes: Math.round((confirm_by - settled_at) / minuteMs),
  },
});
