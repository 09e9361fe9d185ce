import type { DestinationHealth } from "@leadrelay/core/destination-health/destination-health";

/** A destination that failed of late, is slow or is down; none for one that is well. */
export interface DestinationHealthTable extends Omit<DestinationHealth, "suspects"> {
  destination_id: string;
  client_id: string;
  suspects_json: string;
}
