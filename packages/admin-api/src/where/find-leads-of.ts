import { highestText, searchRanges } from "@leadrelay/core/search/search-ranges";
import { searchIdentities } from "@leadrelay/db/leads/search-identities";
import type { OperatorScope } from "@leadrelay/db/scope";
import type { AdminDependencies } from "../dependencies.ts";
import { askLeadDatabases } from "../lead-databases/ask-lead-databases.ts";
import type { Candidate } from "./candidate.ts";
import type { Sought } from "./sought-contact.ts";

/** Leads known under exactly this, live and test, of every project. */
export async function findLeadsOf(
  { by, values }: Sought,
  most: number,
  scope: OperatorScope,
  dependencies: Pick<AdminDependencies, "leadDatabase">,
): Promise<Candidate[]> {
  const found = await askLeadDatabases(scope, dependencies, (clientIds) => {
    const part = { clientIds, live: [1, 0], highest: highestText, after: null } as const;
    const exact = searchRanges(values, part).filter(({ rank }) => rank === 1);
    return searchIdentities(scope, by, exact, most);
  });
  const leads = new Map(found.flat().map(({ lead }) => [lead.public_id, lead]));
  return [...leads.values()].map((lead) => ({ kind: "lead", at: lead.last_submitted_at, lead }));
}
