import { lateAfterMs } from "@leadrelay/db/exchanges/late-exchanges";
import type { ClaimedDelivery } from "../claimed-delivery.ts";
import type { WatchedAttempt } from "../perform-attempt.ts";
import { packExchanges } from "./pack-exchanges.ts";

/** What a try sent and was answered, as its row keeps it. */
export interface KeptExchange {
  /** As hex. */
  packed: string;
  /** It comes so long behind its delivery that it is found by a row of its own when it is to be removed. */
  isLate: boolean;
}

/** Undefined where nothing was sent. */
export function keptExchange(
  { delivery }: Pick<ClaimedDelivery, "delivery">,
  { result, exchanges }: WatchedAttempt,
): KeptExchange | undefined {
  const packed = packExchanges(exchanges);
  if (packed === null) return undefined;
  return { packed, isLate: result.started_at - delivery.event.created_at > lateAfterMs };
}
