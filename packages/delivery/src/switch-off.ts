import { logEvent } from "@leadrelay/contracts/log-event";
import type { Destination } from "@leadrelay/db/destinations/destination";
import { disableDestination } from "@leadrelay/db/destinations/disable-destination";
import { runBatch } from "@leadrelay/db/run-batch";
import { pipelineScope } from "@leadrelay/db/scope";
import type { DeliveryDependencies } from "./delivery-dependencies.ts";

/**
 * Switches a destination off that said that it is gone, or that took nothing for days: what waits is held, and whoever wants to know is told by the
 * alert sweep. One whose settings were changed since they were read stays on.
 */
export async function switchOff(
  destination: Pick<Destination, "id" | "client_id" | "sealed_settings">,
  reason: "gone" | "failing",
  { control, now }: Pick<DeliveryDependencies, "control" | "now">,
): Promise<void> {
  const [disabled] = await runBatch(control, disableDestination(pipelineScope, destination, reason, now()));
  if (disabled > 0) logEvent("destination.disabled", { destination_id: destination.id, reason });
}
