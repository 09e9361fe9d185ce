import type { LeadStand, LeadStandFilter } from "@leadrelay/contracts/lead-stand";
import type { ListKey } from "@leadrelay/core/lists/merge-page";
import { destinationIdsOfScope } from "@leadrelay/db/destinations/destination-states";
import type { DeliveryPlace } from "@leadrelay/db/deliveries/listed-delivery";
import { leadsByIds } from "@leadrelay/db/leads/leads-by-ids";
import {
  firstPlace,
  leadsDead,
  leadsDelivered,
  leadsUnconfirmed,
  leadsUnsent,
  leadsWaiting,
  type StandingLead,
} from "@leadrelay/db/standing/leads-standing";
import { runOne } from "@leadrelay/db/run-batch";
import type { OperatorScope } from "@leadrelay/db/scope";
import type { Statement } from "@leadrelay/db/statement";
import { clientInScope } from "../access/client-in-scope.ts";
import type { AdminDependencies } from "../dependencies.ts";
import { rowsOfEach } from "../lead-databases/row-budget.ts";
import { foreignCursor, readListCursor, writeCursor } from "../pages/cursor.ts";
import type { LeadLists } from "./read-lead-lists.ts";

/** The lists a filter is made of, one behind the other: what needs a person first. */
const listsOf = {
  undelivered: ["dead", "held", "waiting"],
  waiting: ["waiting"],
  held: ["held"],
  dead: ["dead"],
  delivered: ["delivered"],
  unconfirmed: ["unconfirmed"],
  unsent: ["unsent"],
} satisfies Record<LeadStandFilter, readonly LeadStand[]>;

/** D1 counts an entry of the index, its row, its lead, and the lead's deliveries: most have no more than two or three. */
const readsPerRow = 6;

interface StandingLists extends LeadLists {
  stand: LeadStand;
  /** Where the list behind this one begins; null: it is the last. */
  behind: ListKey | null;
}

/** Reads what a page of leads that stand so is made of, from one of the filter's lists. */
export async function readStanding(
  stands: LeadStandFilter,
  { cursor, limit: pageSize }: { cursor?: string | undefined; limit: number },
  scope: OperatorScope,
  dependencies: Pick<AdminDependencies, "control" | "leadDatabase">,
): Promise<StandingLists> {
  const name = `stands ${stands}`;
  const [index, ...after] = readListCursor(cursor, name, [0, 0, 0, "", ""] as const) ?? [0, ...firstPlace];
  const names: readonly LeadStand[] = listsOf[stands];
  const stand = names[index];
  if (stand === undefined) throw foreignCursor();
  const part = { after, without: names.slice(0, index) };
  const { lists, limit } = await readList(stand, part, { scope, pageSize }, dependencies);
  const rows = lists.map((list) => list.map(({ place, lead }) => ({ key: [index, ...place], lead })));
  const behind = index + 1 < names.length ? [index + 1, ...firstPlace] : null;
  // Of a list that has nothing no page is made.
  if (behind !== null && rows.flat().length === 0)
    return readStanding(
      stands,
      { cursor: writeCursor([name, ...behind]) ?? undefined, limit: pageSize },
      scope,
      dependencies,
    );
  return { name, lists: rows, limit, stand, behind };
}

async function readList(
  stand: LeadStand,
  part: { after: DeliveryPlace; without: readonly LeadStand[] },
  { scope, pageSize }: { scope: OperatorScope; pageSize: number },
  { control, leadDatabase }: Pick<AdminDependencies, "control" | "leadDatabase">,
) {
  const isOfDestinations = stand === "waiting" || stand === "held" || stand === "unconfirmed";
  const destinations = isOfDestinations ? await runOne(control, destinationIdsOfScope(scope)) : [];
  const owners = isOfDestinations ? destinations : scope.clients.map(({ id }) => ({ id, client_id: id }));
  const perList = rowsOfEach({
    clients: scope.clients.length,
    spent: destinations.length,
    lists: owners.length,
    pageSize,
    readsPerRow,
    isFiltered: true,
  });
  const statementFor = (own: typeof owners): Statement<StandingLead[][]> => {
    const clientIds = own.map(({ id }) => id);
    if (stand === "waiting" || stand === "held") return leadsWaiting(scope, own, { ...part, stand, perList });
    if (stand === "unconfirmed") return leadsUnconfirmed(scope, own, { ...part, stand, perList });
    if (stand === "dead") return leadsDead(scope, clientIds, { ...part, stand, perList });
    if (stand === "delivered") return leadsDelivered(scope, clientIds, { ...part, stand, perList });
    return leadsUnsent(scope, clientIds, { ...part, perList });
  };
  const databases = Map.groupBy(owners, ({ client_id }) => clientInScope(scope, client_id).database);
  const read = await Promise.all(
    [...databases].map(async ([database, own]) => {
      const found = await runOne(leadDatabase(database), statementFor(own));
      const ids = found.flat().flatMap(({ lead_id }) => lead_id ?? []);
      const rows = ids.length === 0 ? [] : await runOne(leadDatabase(database), leadsByIds(scope, ids));
      const leads = new Map(rows.map((lead) => [lead.id, lead]));
      return found.map((list) =>
        list.map(({ place, lead_id }) => ({ place, lead: leads.get(lead_id ?? -1) ?? null })),
      );
    }),
  );
  return { lists: read.flat(), limit: perList };
}
