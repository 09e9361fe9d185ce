import { mergePage, rowsPerClient } from "@leadrelay/core/lists/merge-page";
import { listMemberships, membershipKey, membershipLists } from "@leadrelay/db/people/list-memberships";
import { runBatch } from "@leadrelay/db/run-batch";
import { narrowScope } from "../access/client-in-scope.ts";
import { readEndpoint } from "../endpoint/endpoint.ts";
import { readCursor, writeCursor } from "../pages/cursor.ts";
import { pageOf, pageQuery } from "../pages/page.ts";
import { membershipSchema } from "./operator-schema.ts";

/** D1 counts an index entry, the membership and the operator. */
const readsPerRow = 3;

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
    const perClient = rowsPerClient(membershipLists(scope), query.limit, readsPerRow);
    const [rows] = await runBatch(dependencies.control, [listMemberships(scope, after, perClient)]);
    const lists = [...Map.groupBy(rows, ({ list }) => list).values()].map((list) =>
      list.toSorted((a, b) => (membershipKey(a).join() < membershipKey(b).join() ? 1 : -1)),
    );
    const page = mergePage(lists, { perClient, pageSize: query.limit, keyOf: membershipKey });
    return { body: { items: distinct(page.items), next_cursor: writeCursor(page.next) } };
  },
});

/** A client's people are in its own list, and in its agency's where the caller owns that. */
function distinct<Item extends Parameters<typeof membershipKey>[0]>(items: readonly Item[]): Item[] {
  return [...new Map(items.map((item) => [membershipKey(item).join(), item])).values()];
}
