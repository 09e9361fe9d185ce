import { wentOn } from "@leadrelay/core/routes/went-on";
import type { Destination } from "@leadrelay/db/destinations/destination";
import { destinationsOfClients } from "@leadrelay/db/destinations/destinations-of-clients";
import { leadsToPass } from "@leadrelay/db/routes/leads-to-pass";
import { passOn } from "@leadrelay/db/routes/pass-on";
import { returnedDeliveries, type ReturnedLead } from "@leadrelay/db/routes/returned-deliveries";
import { runBatch, runOne } from "@leadrelay/db/run-batch";
import { pipelineScope } from "@leadrelay/db/scope";
import type { Statement } from "@leadrelay/db/statement";
import { currentTallies } from "@leadrelay/db/tallies/current-tallies";
import type { DeliveryDependencies } from "../delivery-dependencies.ts";
import { wakeupKey, type DueAgain } from "../due-again.ts";
import { mappingsOf } from "./mappings-of.ts";
import { nextDelivery, signalOf } from "./next-deliveries.ts";

/** Where a lead that was given back goes. */
export interface PassedReturn {
  lead_id: number;
  to: Pick<Destination, "id" | "name" | "kind">;
  /** For the batch that keeps the return, behind what aborts it where the return was kept before: then it goes on once. */
  statements: Statement<number>[];
  due: DueAgain[];
}

type Reached = Pick<DeliveryDependencies, "control" | "lead" | "now" | "environment" | "retrySchedule">;

/** The next of their routes for leads that members give back, each lead once; those are absent that nobody is left for. Throws what D1 throws. */
export async function passReturned(
  returned: readonly (ReturnedLead & { client_id: string })[],
  { control, lead, now, environment, retrySchedule }: Reached,
): Promise<PassedReturn[]> {
  if (returned.length === 0) return [];
  const nowMs = now();
  const clientIds = [...new Set(returned.map(({ client_id }) => client_id))];
  const destinations = await runOne(control, destinationsOfClients(pipelineScope, clientIds));
  const [keys, tallies] = await runBatch(lead, [
    returnedDeliveries(pipelineScope, returned),
    currentTallies(pipelineScope, clientIds, nowMs),
  ]);
  const leads = await runOne(lead, leadsToPass(pipelineScope, keys));
  const mappings = await mappingsOf(leads, control);
  const facts = { destinations, tallies, mappings, environment, retrySchedule, nowMs };
  return leads.flatMap((leaving) => {
    const next = nextDelivery(leaving, facts, "returned");
    const to = destinations.find(({ id }) => id === next?.row.destination_id);
    if (next === null || to === undefined) return [];
    const { row, route_id } = next;
    const signal = signalOf(leaving, `it gave it back${wentOn}${to.name}`, facts);
    const passing = { from: leaving, next: row, route_id, tallies: next.tallies, signal };
    const due = row.next_attempt_at === null ? [] : [{ key: wakeupKey(row, 0), at: row.next_attempt_at }];
    return [
      {
        lead_id: leaving.lead_id,
        to: { id: to.id, name: to.name, kind: to.kind },
        statements: passOn(pipelineScope, [passing], "delivered"),
        due,
      },
    ];
  });
}
