import type { z } from "@hono/zod-openapi";
import { destinationStates } from "@leadrelay/db/control/destination-states";
import type { ListedDelivery } from "@leadrelay/db/deliveries/listed-delivery";
import { leadPublicIds } from "@leadrelay/db/leads/lead-public-ids";
import { runBatch } from "@leadrelay/db/run-batch";
import type { OperatorScope } from "@leadrelay/db/scope";
import { clientInScope } from "../access/client-in-scope.ts";
import type { AdminDependencies } from "../dependencies.ts";
import type { deliverySchema } from "./delivery-schema.ts";
import { toDelivery } from "./to-delivery.ts";

/** A page of deliveries with the public ids of their leads and the names of their destinations. */
export async function nameDeliveries(
  rows: readonly ListedDelivery[],
  scope: OperatorScope,
  { control, leadDatabase }: AdminDependencies,
): Promise<z.input<typeof deliverySchema>[]> {
  const databaseOf = ({ client_id }: ListedDelivery) => clientInScope(scope, client_id).database;
  const [[destinations], ...leads] = await Promise.all([
    runBatch(control, [
      destinationStates(
        scope,
        rows.map(({ destination_id }) => destination_id),
      ),
    ]),
    ...[...Map.groupBy(rows, databaseOf)].map(async ([database, own]) => {
      const [found] = await runBatch(leadDatabase(database), [
        leadPublicIds(
          scope,
          own.map(({ lead_id }) => lead_id),
        ),
      ]);
      return found.map(({ id, public_id }) => [`${database} ${id}`, public_id] as const);
    }),
  ]);
  const leadIds = new Map(leads.flat());
  const known = new Map(destinations.map((destination) => [destination.id, destination]));
  return rows.map((row) =>
    toDelivery(
      row,
      leadIds.get(`${databaseOf(row)} ${row.lead_id}`) ?? null,
      clientInScope(scope, row.client_id),
      known.get(row.destination_id),
    ),
  );
}
