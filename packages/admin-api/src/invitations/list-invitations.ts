import { mergePage } from "@leadrelay/core/lists/merge-page";
import {
  invitationsByIds,
  invitationsOfAgencies,
  invitationsOfClients,
} from "@leadrelay/db/invitations/list-invitations";
import { clientLists } from "@leadrelay/db/lists/client-lists";
import { runBatch, runOne } from "@leadrelay/db/run-batch";
import { clientsOutsideAgencies } from "../access/clients-outside-agencies.ts";
import { readEndpoint } from "../endpoint/endpoint.ts";
import { rowsOfEach } from "../lead-databases/row-budget.ts";
import { pageOf, pageQuery } from "../pages/page.ts";
import { openCursor, sealCursor } from "../pages/sealed-cursor.ts";
import { invitationSchema, toInvitationResource } from "./invitation-schema.ts";

/** D1 counts an index entry, and of what is shown the invitation and its agency. */
const readsPerRow = 1;
const readsPerShown = 2;

const list = { table: "invitations" };

export const listInvitationsOperation = readEndpoint({
  path: "/api/invitations",
  operationId: "listInvitations",
  tag: "Operators",
  summary: "List invitations",
  access: { permission: "operators:manage" },
  query: pageQuery,
  answer: pageOf(invitationSchema),
  async handle({ query, access: { scope, caller }, dependencies }) {
    const { control } = dependencies;
    const before = await openCursor(query.cursor, list, dependencies);
    const clientIds = clientsOutsideAgencies(scope, caller?.grants ?? []).map(({ id }) => id);
    const perClient = rowsOfEach({
      clients: scope.clients.length,
      lists: scope.agencyIds.length + clientLists(clientIds).length,
      pageSize: query.limit,
      readsPerRow,
      readsPerShown,
      isFiltered: false,
    });
    const part = { after: before === null ? null : ([before] as const), perList: perClient };
    const [ofAgencies, ofClients] = await runBatch(control, [
      invitationsOfAgencies(scope, scope.agencyIds, part),
      invitationsOfClients(scope, clientIds, part),
    ]);
    const page = mergePage([...ofAgencies, ...ofClients], {
      perClient,
      pageSize: query.limit,
      keyOf: (id) => [id],
    });
    const shown = page.items.length === 0 ? [] : await runOne(control, invitationsByIds(scope, page.items));
    const next = page.next === null ? null : String(page.next[0]);
    const nowMs = dependencies.now();
    return {
      body: {
        items: shown.map((row) => toInvitationResource(row, nowMs)),
        next_cursor: await sealCursor(next, list, dependencies),
      },
    };
  },
});
