import { mergePage, type MergedPage } from "@leadrelay/core/lists/merge-page";
import { destinationIdsOfScope } from "@leadrelay/db/destinations/destination-states";
import { deadDeliveries } from "@leadrelay/db/deliveries/dead-deliveries";
import type { ListedDelivery } from "@leadrelay/db/deliveries/listed-delivery";
import { unconfirmedDeliveries } from "@leadrelay/db/confirmations/unconfirmed-deliveries";
import { newestDeliveries } from "@leadrelay/db/deliveries/newest-deliveries";
import { unsettledDeliveries } from "@leadrelay/db/deliveries/unsettled-deliveries";
import { runOne } from "@leadrelay/db/run-batch";
import { clientInScope } from "../access/client-in-scope.ts";
import type { AdminDependencies } from "../dependencies.ts";
import { rowsOfEach } from "../lead-databases/row-budget.ts";
import { readLists } from "../pages/read-lists.ts";
import { findLeadPage } from "./find-lead-page.ts";
import type { WantedDeliveries } from "./wanted-deliveries.ts";

/** The list that serves a filter, by its order. */
type DeliveryList = "newest" | "unsettled" | "unconfirmed" | "dead" | "lead";

/** Of one that is shown, its lead and its destination are looked up. */
const readsPerShown = 2;
/** Of one that is looked at: itself, or its letter and itself. */
const readsPerRow = { newest: 1, unsettled: 1, dead: 2 };

export function listFor({
  filter: { status, confirmation },
  leadId,
}: Pick<WantedDeliveries, "filter" | "leadId">): DeliveryList {
  if (leadId !== undefined) return "lead";
  if (confirmation === "unconfirmed") return "unconfirmed";
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
    case "unconfirmed":
      return byDestination(list, wanted, dependencies);
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
  const { destinationId, formId, status, confirmation, codes } = filter;
  const isFiltered =
    list === "dead" ||
    [destinationId, formId, status, confirmation, codes].some((value) => value !== undefined);
  const perList = rowsOfEach({
    clients: scope.clients.length,
    pageSize,
    readsPerRow: readsPerRow[list],
    readsPerShown,
    isFiltered,
  });
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
  list: "unsettled" | "unconfirmed",
  { scope, filter, after, pageSize }: WantedDeliveries,
  dependencies: AdminDependencies,
): Promise<MergedPage<ListedDelivery>> {
  const all = await runOne(dependencies.control, destinationIdsOfScope(scope));
  const { destinationId } = filter;
  const destinations = all.filter(({ id }) => destinationId === undefined || id === destinationId);
  const perList = rowsOfEach({
    clients: scope.clients.length,
    spent: all.length,
    lists: destinations.length,
    pageSize,
    readsPerRow: readsPerRow.unsettled,
    readsPerShown,
    isFiltered: true,
  });
  const lists = await readLists(
    destinations,
    ({ client_id }) => clientInScope(scope, client_id).database,
    (own) =>
      (list === "unsettled" ? unsettledDeliveries : unconfirmedDeliveries)(scope, own, filter, {
        after,
        perList,
      }),
    dependencies,
  );
  return merge(lists, perList, pageSize, list === "unsettled");
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
