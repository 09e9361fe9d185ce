import { destinationStates, type DestinationState } from "@leadrelay/db/destinations/destination-states";
import { findDelivery, type DeliveryDetails } from "@leadrelay/db/deliveries/find-delivery";
import { runOne } from "@leadrelay/db/run-batch";
import type { OperatorScope, ScopedClient } from "@leadrelay/db/scope";
import { clientInScope } from "../access/client-in-scope.ts";
import type { AdminDependencies } from "../dependencies.ts";
import { notFound } from "../problems/api-problem.ts";

interface FoundDelivery {
  delivery: DeliveryDetails;
  client: ScopedClient;
  destination: DestinationState | undefined;
}

/** The delivery with this public id, wherever it lies. Throws the 404 that hides other tenants. */
export async function readDelivery(
  id: string,
  scope: OperatorScope,
  { control, leadDatabase }: Pick<AdminDependencies, "control" | "leadDatabase">,
  attemptsBefore?: number,
): Promise<FoundDelivery> {
  for (const [database, clients] of Map.groupBy(scope.clients, (client) => client.database)) {
    const [delivery] = await runOne(
      leadDatabase(database),
      findDelivery({ ...scope, clients }, id, attemptsBefore),
    );
    if (delivery === undefined) continue;
    const [destination] = await runOne(control, destinationStates(scope, [delivery.destination_id]));
    return { delivery, client: clientInScope(scope, delivery.client_id), destination };
  }
  throw notFound("delivery");
}
