import type { ClaimedRow } from "@leadrelay/db/deliveries/claim-deliveries";
import type { Destination } from "@leadrelay/db/destinations/destination";

/** A delivery of which one attempt is ours, and where it goes. */
export interface ClaimedDelivery {
  delivery: ClaimedRow;
  destination: Destination;
}
