import { mergePage } from "@leadrelay/core/lists/merge-page";
import {
  membershipKey,
  membershipsOfAgencies,
  membershipsOfClients,
} from "@leadrelay/db/operators/list-memberships";
import { runBatch } from "@leadrelay/db/run-batch";
import { clientsOutsideAgencies } from "../access/clients-outside-agencies.ts";
import { narrowScope } from "../access/client-in-scope.ts";
import { readEndpoint } from "../endpoint/endpoint.ts";
import { rowsOfEach } from "../lead-databases/row-budget.ts";
import { readCursor, writeCursor } from "../pages/cursor.ts";
import { pageOf, pageQuery } from "../pages/page.ts";
import { membershipSchema } from "./operator-schema.ts";

/** D1 counts the membership and the operator. */
const readsPerRow = 2;

export const listOperators = readEndpoint({
  path: "/api/operators",
  operationId: "listOperators",
  tag: "Operators",
  summary: "List who belongs to your agencies and clients, one role at a time",
  access: { permission: "operators:manage" },
  query: pageQuery.extend({ client_id: pageQuery.shape.cursor }),
  answer: pageOf(membershipSchema),
  async handle({ query, access, dependencies }) {
    const scope = narrowScope(access.scope, query.client_id);
    const after = readCursor(query.cursor, ["", "", ""] as const);
    const clients = clientsOutsideAgencies(scope, access.caller?.grants ?? []);
    const perClient = rowsOfEach({
      clients: scope.clients.length,
      lists: scope.agencyIds.length + clients.length,
      pageSize: query.limit,
      readsPerRow,
      isFiltered: false,
    });
    const part = { after, perList: perClient };
    const [ofAgencies, ofClients] = await runBatch(dependencies.control, [
      membershipsOfAgencies(scope, part),
      membershipsOfClients({ ...scope, clients }, part),
    ]);
    const lists = [...ofAgencies, ...ofClients];
    const page = mergePage(lists, { perClient, pageSize: query.limit, keyOf: membershipKey });
    return { body: { items: page.items, next_cursor: writeCursor(page.next) } };
  },
});
