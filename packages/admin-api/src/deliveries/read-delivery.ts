import type { DestinationLookup } from "@leadrelay/core/story/story";
import { findDelivery, type DeliveryDetails } from "@leadrelay/db/deliveries/find-delivery";
import { runOne } from "@leadrelay/db/run-batch";
import type { OperatorScope, ScopedClient } from "@leadrelay/db/scope";
import { clientInScope } from "../access/client-in-scope.ts";
import type { AdminDependencies } from "../dependencies.ts";
import { notFound } from "../problems/api-problem.ts";
import { readDestinations } from "./read-destinations.ts";

/** A delivery, whose it is, and where it goes. */
export interface FoundDelivery {
  delivery: DeliveryDetails;
  client: ScopedClient;
  lookup: DestinationLookup;
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
    const lookup = await readDestinations([delivery.destination_id], scope, { control });
    return { delivery, client: clientInScope(scope, delivery.client_id), lookup };
  }
  throw notFound("delivery");
}
