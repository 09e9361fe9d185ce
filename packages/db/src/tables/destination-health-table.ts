import type { DestinationHealth } from "@leadrelay/core/destination-health/destination-health";
import type { Flag } from "./flag.ts";

/** A destination that failed or refused of late, is slow or is down; none for one that is well. */
export interface DestinationHealthTable extends Pick<
  DestinationHealth,
  "state" | "since" | "probe_wait_ms" | "next_probe_at"
> {
  destination_id: string;
  client_id: string;
  suspects_json: string;
  refusals_json: string;
  is_refusing: Flag;
  failing_since: number | null;
  failed_at: number | null;
}
