import { mergePage } from "@leadrelay/core/lists/merge-page";
import { listInvitations } from "@leadrelay/db/invitations/invitations";
import { runOne } from "@leadrelay/db/run-batch";
import { isInScope } from "@leadrelay/db/scope/is-in-scope";
import type { Access } from "../access/access.ts";
import { readEndpoint } from "../endpoint/endpoint.ts";
import { rowsOfEach } from "../lead-databases/row-budget.ts";
import { pageOf, pageQuery } from "../pages/page.ts";
import { openCursor, sealCursor } from "../pages/sealed-cursor.ts";
import { invitationSchema, toInvitationResource } from "./invitation-schema.ts";

/** D1 counts an index entry, the list it is gathered in, the invitation and its agency. */
const readsPerRow = 4;

/** A page may end at an invitation to another client of the agency. */
const list = { table: "invitations" };

export const listInvitationsOperation = readEndpoint({
  path: "/api/invitations",
  operationId: "listInvitations",
  tag: "Operators",
  summary: "List invitations",
  access: { permission: "operators:manage" },
  query: pageQuery,
  answer: pageOf(invitationSchema),
  async handle({ query, access, dependencies }) {
    const after = await openCursor(query.cursor, list, dependencies);
    const agencyIds = agenciesOf(access);
    const perClient = rowsOfEach({
      clients: access.scope.clients.length,
      lists: agencyIds.length,
      pageSize: query.limit,
      readsPerRow,
      isFiltered: true,
    });
    const rows = await runOne(
      dependencies.control,
      listInvitations(access.scope, agencyIds, after, perClient),
    );
    const lists = [...Map.groupBy(rows, ({ agency_id }) => agency_id).values()].map((list) =>
      list.toSorted((a, b) => (a.id < b.id ? 1 : -1)),
    );
    const { items, next } = mergePage(lists, {
      perClient,
      pageSize: query.limit,
      keyOf: ({ id }) => [id],
      keep: ({ visible }) => visible,
    });
    const next_cursor = await sealCursor(next === null ? null : String(next[0]), list, dependencies);
    const nowMs = dependencies.now();
    const resources = items.map((row) => toInvitationResource(row, nowMs));
    return { body: { items: resources, next_cursor } };
  },
});

/** The agencies of the scope, and those of its clients, as the caller's memberships tell them. */
function agenciesOf({ scope, caller }: Access): string[] {
  const ofClients = (caller?.grants ?? []).filter(({ clients }) =>
    clients.some(({ id }) => isInScope(scope, id)),
  );
  return [...new Set([...scope.agencyIds, ...ofClients.map(({ agencyId }) => agencyId)])];
}
