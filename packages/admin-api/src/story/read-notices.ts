import { noticeId } from "@leadrelay/core/notices/plan-notices";
import { nameIn, type Step } from "@leadrelay/core/story/story";
import { tellNotice } from "@leadrelay/core/story/tell-notice";
import { deliveriesOfEvents } from "@leadrelay/db/deliveries/deliveries-of-events";
import type { Lead } from "@leadrelay/db/leads/lead";
import { runOne } from "@leadrelay/db/run-batch";
import type { OperatorScope, ScopedClient } from "@leadrelay/db/scope";
import type { LeadActivityTable } from "@leadrelay/db/tables/lead-activity-table";
import { readDestinations } from "../deliveries/read-destinations.ts";
import type { AdminDependencies } from "../dependencies.ts";

/** A client has few destinations: more than that for a page of the story are a machine's doing. */
const mostTold = 500;

/** Who was told of these notes and steps of a lead. One read more where there are any. */
export async function readNotices(
  activities: readonly LeadActivityTable[],
  { lead, client }: { lead: Lead; client: ScopedClient },
  scope: OperatorScope,
  dependencies: Pick<AdminDependencies, "control" | "leadDatabase">,
): Promise<Step[]> {
  if (activities.length === 0) return [];
  const made = new Map(
    activities.map((one) => [
      noticeId(one.kind === "note" ? "lead.note_added" : "lead.status_changed", one.id),
      one,
    ]),
  );
  const keys = [...made.keys()].map((event_id) => ({
    lead_id: lead.id,
    client_id: lead.client_id,
    event_id,
  }));
  const database = dependencies.leadDatabase(client.database);
  const found = await runOne(database, deliveriesOfEvents(scope, keys, mostTold));
  const ids = found.map(({ destination_id }) => destination_id);
  const lookup = await readDestinations(ids, scope, dependencies);
  return found.flatMap((delivery) => {
    const activity = made.get(delivery.event_id);
    return activity === undefined
      ? []
      : [tellNotice(activity, delivery, nameIn(lookup, delivery.destination_id))];
  });
}
