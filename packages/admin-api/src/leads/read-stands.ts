import type { LeadStand } from "@leadrelay/contracts/lead-stand";
import type { Lead } from "@leadrelay/db/leads/lead";
import { runOne } from "@leadrelay/db/run-batch";
import type { OperatorScope } from "@leadrelay/db/scope";
import { standsOfUndelivered } from "@leadrelay/db/standing/stands-of-undelivered";
import { clientInScope } from "../access/client-in-scope.ts";
import type { AdminDependencies } from "../dependencies.ts";

/** Where those of a page's leads stand of which nothing arrived anywhere, by their ids; nothing is read where there is none. */
export async function readStands(
  leads: readonly Lead[],
  scope: OperatorScope,
  { leadDatabase }: Pick<AdminDependencies, "leadDatabase">,
): Promise<ReadonlyMap<number, LeadStand>> {
  const undelivered = leads.filter(({ last_sent_at }) => last_sent_at === null);
  const databases = Map.groupBy(undelivered, ({ client_id }) => clientInScope(scope, client_id).database);
  const found = await Promise.all(
    [...databases].map(([database, own]) => runOne(leadDatabase(database), standsOfUndelivered(scope, own))),
  );
  return new Map(found.flat().map(({ lead_id, stands }) => [lead_id, stands]));
}
