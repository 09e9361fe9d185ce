import { destinationBacklogs } from "@leadrelay/db/deliveries/destination-backlogs";
import { unsettledDestinations } from "@leadrelay/db/deliveries/due-deliveries";
import { destinationsByIds } from "@leadrelay/db/destinations/destinations-by-ids";
import { runOne } from "@leadrelay/db/run-batch";
import { pipelineScope } from "@leadrelay/db/scope";
import type { AdminDependencies } from "../dependencies.ts";
import { leaseGraceMs, rowsOfEach, type Backlog } from "./read-backlogs.ts";

type Reach = Pick<AdminDependencies, "control" | "leadDatabase" | "leadDatabaseNames" | "now">;

/** Every destination, whoever's, that has something yet to hear. For the installation's owners, who are told of others' in numbers only. */
export async function readAllBacklogs(reach: Reach): Promise<{ backlogs: Backlog[] }> {
  const read = await Promise.all(reach.leadDatabaseNames.map((database) => readFrom(database, reach)));
  return { backlogs: read.flat() };
}

async function readFrom(database: string, { control, leadDatabase, now }: Reach): Promise<Backlog[]> {
  const ids = await runOne(leadDatabase(database), unsettledDestinations(pipelineScope));
  if (ids.length === 0) return [];
  const destinations = await runOne(control, destinationsByIds(pipelineScope, ids));
  const limits = { nowMs: now(), most: rowsOfEach(destinations.length), leaseGraceMs };
  const rows = await runOne(leadDatabase(database), destinationBacklogs(pipelineScope, destinations, limits));
  const known = new Map(destinations.map((destination) => [destination.id, destination]));
  return rows.flatMap((row) => {
    const destination = known.get(row.destination_id);
    if (destination === undefined) return [];
    const { id, client_id, name, enabled, health } = destination;
    const flag = enabled ? (1 as const) : (0 as const);
    return [{ ...row, destination: { id, client_id, name, enabled: flag, health } }];
  });
}
