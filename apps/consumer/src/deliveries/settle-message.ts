import type { DeliverySettlement } from "@leadrelay/contracts/delivery-settlement";
import { triesToCome } from "@leadrelay/delivery/deliver";
import { settleSent } from "@leadrelay/delivery/settle-sent";
import type { Dependencies } from "../dependencies.ts";
import { askFor } from "./ask-for.ts";
import { reachedFor } from "./reached-for.ts";

/** Writes what sends came to whose own invocation could not; while D1 is away it asks again and again, as any settling does. */
export async function settleMessage(
  { database, sent: carried }: DeliverySettlement,
  dependencies: Dependencies,
): Promise<void> {
  const sent = carried.map(({ public_id, sealed_settings, attempt }) => ({
    delivery: { public_id },
    destination: { id: attempt.destination_id, client_id: attempt.client_id, sealed_settings },
    attempt,
    isRouteUnknown: true as const,
  }));
  const { passedOn } = await settleSent(sent, reachedFor(database, dependencies));
  await askFor({ again: [...triesToCome(sent), ...passedOn], runs: [] }, database, dependencies);
}
