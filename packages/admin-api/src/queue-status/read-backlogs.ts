import { destinationsOfScope, type DestinationState } from "@leadrelay/db/destinations/destination-states";
import { destinationBacklogs, type DestinationBacklog } from "@leadrelay/db/deliveries/destination-backlogs";
import { runOne } from "@leadrelay/db/run-batch";
import type { OperatorScope } from "@leadrelay/db/scope";
import { clientInScope } from "../access/client-in-scope.ts";
import type { AdminDependencies } from "../dependencies.ts";

/** A destination and what it has yet to hear. */
export interface Backlog extends DestinationBacklog {
  destination: Pick<DestinationState, "id" | "client_id" | "name" | "enabled" | "health"> &
    Partial<Pick<DestinationState, "disabled_reason" | "disabled_at" | "limits_json">>;
}

/** Rows looked at over all destinations, and of one at most and at least. */
const mostRows = 10_000;
export const ofOne = { most: 1_000, least: 20 };

/** A lease that just ran out is the sweep's, which comes every minute. */
export const leaseGraceMs = 120_000;

/** How many rows of each destination are looked at. */
export const rowsOfEach = (destinations: number): number =>
  Math.max(ofOne.least, Math.min(ofOne.most, Math.floor(mostRows / Math.max(1, destinations))));

/** The backlog of every destination of the scope's clients, and how far each was counted. */
export async function readBacklogs(
  scope: OperatorScope,
  { control, leadDatabase, now }: Pick<AdminDependencies, "control" | "leadDatabase" | "now">,
): Promise<{ backlogs: Backlog[]; most: number }> {
  const destinations = await runOne(control, destinationsOfScope(scope));
  const most = rowsOfEach(destinations.length);
  const databases = Map.groupBy(destinations, ({ client_id }) => clientInScope(scope, client_id).database);
  const read = await Promise.all(
    [...databases].map(([database, own]) => {
      const limits = { nowMs: now(), most, leaseGraceMs };
      return runOne(leadDatabase(database), destinationBacklogs(scope, own, limits));
    }),
  );
  const known = new Map(destinations.map((destination) => [destination.id, destination]));
  const backlogs = read.flat().flatMap((row) => {
    const destination = known.get(row.destination_id);
    return destination === undefined ? [] : [{ ...row, destination }];
  });
  return { backlogs, most };
}
