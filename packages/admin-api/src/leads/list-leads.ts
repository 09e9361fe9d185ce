import type { Lead } from "@leadrelay/db/leads/lead";
import { auditReads } from "../access/audit-reads.ts";
import { clientInScope } from "../access/client-in-scope.ts";
import { narrowToFilter } from "../access/narrow-to-filter.ts";
import { searchableScope } from "../access/searchable-scope.ts";
import { readEndpoint } from "../endpoint/endpoint.ts";
import { writeCursor } from "../pages/cursor.ts";
import { pageOf } from "../pages/page.ts";
import { attributionOfLead } from "./attribution-of-lead.ts";
import { leadFilter, leadQuery } from "./lead-query.ts";
import { listedLeadSchema } from "./lead-schema.ts";
import { apiProblem } from "../problems/api-problem.ts";
import { noSuchStage } from "./no-such-stage.ts";
import { readClientsOf } from "./read-clients-of.ts";
import { readLeadLists, toLeadPage } from "./read-lead-lists.ts";
import { readStanding } from "./read-standing.ts";
import { readSearch } from "./read-search.ts";
import { toLead } from "./to-lead.ts";

export const listLeads = readEndpoint({
  path: "/api/leads",
  operationId: "listLeads",
  tag: "Leads",
  summary: "List leads, or search them by name, e-mail or phone",
  description:
    "Newest first. A search tells first what is exactly so, then what begins so; several words of a name must all be there. Who sees contact details masked cannot search by them. A page of a filter that no index serves may be short, or empty, and still have a next one. With `stands` leads come in the order of what stands so: what died, is held or waits, one list behind the other; a lead of very many deliveries may come twice.",
  access: { permission: "leads:read" },
  query: leadQuery,
  answer: pageOf(listedLeadSchema),
  async handle({ query, access, dependencies }) {
    const { client_id, form_id } = query;
    const named = await narrowToFilter(access.scope, { client_id, form_id }, dependencies);
    const search = readSearch(query);
    if (query.stands !== undefined && search !== null) throw searchedAndStanding();
    const scope = search === null ? named : searchableScope(named);
    const standing =
      query.stands === undefined ? null : await readStanding(query.stands, query, scope, dependencies);
    const read = standing ?? (await readLeadLists(query, search, scope, dependencies));
    const rows = read.lists.flat().flatMap(({ lead }) => (lead === null ? [] : [lead]));
    // Of a stage that is asked for it is told whether there is one.
    const piped = query.status === undefined ? rows : scope.clients.map(({ id }) => ({ client_id: id }));
    const { stagesOf, nameOf } = await readClientsOf(piped, scope, dependencies);
    const isMasked = (lead: Lead) => clientInScope(scope, lead.client_id).masked;
    const attributionOf = (lead: Lead) => attributionOfLead(lead, isMasked(lead));
    const { leads, next: further } = toLeadPage(
      read,
      query.limit,
      leadFilter(query, stagesOf, attributionOf),
    );
    const next = further ?? standing?.behind ?? null;
    if (leads.length === 0 && query.cursor === undefined && query.status !== undefined) {
      const problem = noSuchStage(
        query.status,
        scope.clients.flatMap(({ id }) => stagesOf(id)),
      );
      if (problem !== null) throw problem;
    }
    const isOfSeveral = named.clients.length > 1;
    const items = leads.map((lead) => ({
      ...toLead(lead, { masked: isMasked(lead), stages: stagesOf(lead.client_id) }),
      client_name: isOfSeveral ? nameOf(lead.client_id) : null,
      stands: standing?.stand ?? null,
    }));
    return {
      body: { items, next_cursor: writeCursor(next === null ? null : [read.name, ...next]) },
      audit: auditReads(access, {
        action: search === null ? "leads.listed" : "leads.searched",
        rows: items,
        ...(search === null ? {} : { detail: { by: search.by } }),
      }),
    };
  },
});

const searchedAndStanding = () =>
  apiProblem("invalid", "Leads are searched for, or listed by where they stand: leave one of both out.", {
    errors: [{ field: "stands", detail: "cannot be asked for in a search" }],
  });
