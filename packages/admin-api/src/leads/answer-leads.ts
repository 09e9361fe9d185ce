import type { Lead } from "@leadrelay/db/leads/lead";
import { auditExport, auditReads } from "../access/audit-reads.ts";
import { clientInScope } from "../access/client-in-scope.ts";
import { narrowToFilter } from "../access/narrow-to-filter.ts";
import { searchableScope } from "../access/searchable-scope.ts";
import type { Answer } from "../endpoint/answer.ts";
import type { Call } from "../endpoint/endpoint.ts";
import { writeCursor } from "../pages/cursor.ts";
import { attributionOfLead } from "./attribution-of-lead.ts";
import { openExport, sealExport } from "./export-cursor.ts";
import { leadFilter, type LeadQuery } from "./lead-query.ts";
import type { ListedLead } from "./lead-schema.ts";
import { apiProblem } from "../problems/api-problem.ts";
import { noSuchStage } from "./no-such-stage.ts";
import { projectOfLead } from "./project-of-lead.ts";
import { readClientsOf } from "./read-clients-of.ts";
import { readLeadLists, toLeadPage } from "./read-lead-lists.ts";
import { readStanding } from "./read-standing.ts";
import { readStands } from "./read-stands.ts";
import { readSearch } from "./read-search.ts";
import { toLead } from "./to-lead.ts";

/** A page of leads, as every way to ask for one is answered. */
export async function answerLeads(
  asked: LeadQuery,
  { access, dependencies }: Pick<Call<undefined, undefined, undefined>, "access" | "dependencies">,
): Promise<Answer<{ items: ListedLead[]; next_cursor: string | null }>> {
  const begun = asked.export === undefined ? null : await openExport(asked.cursor, access, dependencies);
  const query = begun === null ? asked : { ...asked, cursor: begun.cursor };
  const { client_id, form_id } = query;
  const named = await narrowToFilter(access.scope, { client_id, form_id }, dependencies);
  const search = readSearch(query);
  if (query.stands !== undefined && search !== null) throw searchedAndStanding();
  if (query.sort !== undefined && (query.stands !== undefined || search !== null)) throw inAnOrderOfItsOwn();
  // To be told whose name comes first says something of it.
  const scope = search === null && query.sort !== "name" ? named : searchableScope(named);
  const standing =
    query.stands === undefined ? null : await readStanding(query.stands, query, scope, dependencies);
  const read = standing ?? (await readLeadLists(query, search, scope, dependencies));
  const rows = read.lists.flat().flatMap(({ lead }) => (lead === null ? [] : [lead]));
  // Of a stage that is asked for it is told whether there is one.
  const piped = query.status === undefined ? rows : scope.clients.map(({ id }) => ({ client_id: id }));
  const { stagesOf, nameOf } = await readClientsOf(piped, scope, dependencies);
  const isMasked = (lead: Lead) => clientInScope(scope, lead.client_id).masked;
  const shown = {
    attributionOf: (lead: Lead) => attributionOfLead(lead, isMasked(lead)),
    projectOf: (lead: Lead) => projectOfLead(lead, isMasked(lead)),
  };
  const { leads, next: further } = toLeadPage(read, query.limit, leadFilter(query, stagesOf, shown));
  const next = further ?? standing?.behind ?? null;
  if (leads.length === 0 && query.cursor === undefined && query.status !== undefined) {
    const problem = noSuchStage(
      query.status,
      scope.clients.flatMap(({ id }) => stagesOf(id)),
    );
    if (problem !== null) throw problem;
  }
  const standsOf =
    standing === null
      ? await readStands(leads, scope, dependencies)
      : new Map<number, typeof standing.stand>();
  const isOfSeveral = named.clients.length > 1;
  const items = leads.map((lead) => ({
    ...toLead(lead, { masked: isMasked(lead), stages: stagesOf(lead.client_id) }),
    client_name: isOfSeveral ? nameOf(lead.client_id) : null,
    stands: standing?.stand ?? standsOf.get(lead.id) ?? null,
  }));
  const next_cursor = writeCursor(next === null ? null : [read.name, ...next]);
  const by = search === null ? {} : { by: search.by };
  if (begun !== null)
    return {
      body: { items, next_cursor: await sealExport(begun, next_cursor, access, dependencies) },
      audit: auditExport(access, { rows: items, id: begun.id, detail: { form: asked.export, ...by } }),
    };
  return {
    body: { items, next_cursor },
    audit: auditReads(access, {
      action: search === null ? "leads.listed" : "leads.searched",
      rows: items,
      ...(search === null ? {} : { detail: by }),
    }),
  };
}

const searchedAndStanding = () =>
  apiProblem("invalid", "Leads are searched for, or listed by where they stand: leave one of both out.", {
    errors: [{ field: "stands", detail: "cannot be asked for in a search" }],
  });

const inAnOrderOfItsOwn = () =>
  apiProblem(
    "invalid",
    "What is found, or stands somewhere, comes in an order of its own: leave `sort` out.",
    {
      errors: [{ field: "sort", detail: "cannot be asked for with a search or `stands`" }],
    },
  );
