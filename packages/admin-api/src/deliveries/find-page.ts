import { mergePage, rowsPerClient, type MergedPage } from "@leadrelay/core/lists/merge-page";
import { destinationsOfScope } from "@leadrelay/db/control/destination-states";
import { deadDeliveries } from "@leadrelay/db/deliveries/dead-deliveries";
import type { ListedDelivery } from "@leadrelay/db/deliveries/listed-delivery";
import { newestDeliveries } from "@leadrelay/db/deliveries/newest-deliveries";
import { unsettledDeliveries } from "@leadrelay/db/deliveries/unsettled-deliveries";
import { runBatch } from "@leadrelay/db/run-batch";
import { clientInScope } from "../access/client-in-scope.ts";
import type { AdminDependencies } from "../dependencies.ts";
import { readLists } from "../pages/read-lists.ts";
import { findLeadPage } from "./find-lead-page.ts";
import type { WantedDeliveries } from "./wanted-deliveries.ts";

/** The list that serves a filter, by its order. */
type DeliveryList = "newest" | "unsettled" | "dead" | "lead";

/** Of five reads a row shown may cost, two are its lead's and its destination's: so much of the rest a row costs when it is looked at. */
const readsPerRow = { newest: 2.5, unsettled: 2.5, dead: 4 };

export function listFor({
  filter: { status },
  leadId,
}: Pick<WantedDeliveries, "filter" | "leadId">): DeliveryList {
  if (leadId !== undefined) return "lead";
  if (status === "pending" || status === "in_flight" || status === "held") return "unsettled";
  return status === "dead" ? "dead" : "newest";
}

/** One page of deliveries through the list that serves the filter. */
export async function findPage(
  list: DeliveryList,
  wanted: WantedDeliveries,
  dependencies: AdminDependencies,
): Promise<MergedPage<ListedDelivery>> {
  switch (list) {
    case "lead":
      return findLeadPage(wanted, dependencies);
    case "unsettled":
      return byDestination(wanted, dependencies);
    case "newest":
    case "dead":
      return byClient(list, wanted, dependencies);
  }
}

async function byClient(
  list: "newest" | "dead",
  { scope, filter, after, pageSize }: WantedDeliveries,
  dependencies: AdminDependencies,
): Promise<MergedPage<ListedDelivery>> {
  const statement = list === "dead" ? deadDeliveries : newestDeliveries;
  const { destinationId, formId, status } = filter;
  const isFiltered = list === "dead" || [destinationId, formId, status].some((value) => value !== undefined);
  const most = isFiltered ? Number.POSITIVE_INFINITY : pageSize + 1;
  const perList = rowsPerClient(scope.clients.length, pageSize, readsPerRow[list], most);
  const lists = await readLists(
    scope.clients,
    ({ database }) => database,
    (clients) =>
      statement(
        scope,
        clients.map(({ id }) => id),
        filter,
        { after, perList },
      ),
    dependencies,
  );
  return merge(lists, perList, pageSize);
}

async function byDestination(
  { scope, filter, after, pageSize }: WantedDeliveries,
  dependencies: AdminDependencies,
): Promise<MergedPage<ListedDelivery>> {
  const [all] = await runBatch(dependencies.control, [destinationsOfScope(scope)]);
  const { destinationId } = filter;
  const destinations = all.filter(({ id }) => destinationId === undefined || id === destinationId);
  const perList = rowsPerClient(
    destinations.length,
    pageSize,
    readsPerRow.unsettled,
    Number.POSITIVE_INFINITY,
  );
  const lists = await readLists(
    destinations,
    ({ client_id }) => clientInScope(scope, client_id).database,
    (own) => unsettledDeliveries(scope, own, filter, { after, perList }),
    dependencies,
  );
  return merge(lists, perList, pageSize, true);
}

const merge = (
  lists: readonly (readonly ListedDelivery[])[],
  perClient: number,
  pageSize: number,
  isAscending = false,
) =>
  mergePage(lists, {
    perClient,
    pageSize,
    isAscending,
    keyOf: ({ place }) => place,
    keep: ({ matches }) => matches === 1,
  });
