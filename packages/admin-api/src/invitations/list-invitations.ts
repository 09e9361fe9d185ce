import { mergePage, rowsPerClient } from "@leadrelay/core/lists/merge-page";
import { clientsByIds } from "@leadrelay/db/control/clients-by-ids";
import { listInvitations } from "@leadrelay/db/people/invitations";
import { runBatch } from "@leadrelay/db/run-batch";
import { readEndpoint } from "../endpoint/endpoint.ts";
import { readCursor, writeCursor } from "../pages/cursor.ts";
import { pageOf, pageQuery } from "../pages/page.ts";
import { invitationSchema, toInvitationResource } from "./invitation-schema.ts";

/** D1 counts an index entry, the invitation and its agency. */
const readsPerRow = 3;

export const listInvitationsOperation = readEndpoint({
  path: "/api/invitations",
  operationId: "listInvitations",
  tag: "Operators",
  summary: "List invitations",
  access: { permission: "operators:manage" },
  query: pageQuery,
  answer: pageOf(invitationSchema),
  async handle({ query, access: { scope }, dependencies: { control, now } }) {
    const [after] = readCursor(query.cursor, [""] as const) ?? [null];
    const [clients] = await runBatch(control, [
      clientsByIds(
        scope,
        scope.clients.map(({ id }) => id),
      ),
    ]);
    const agencyIds = [...new Set([...scope.agencyIds, ...clients.map(({ agency_id }) => agency_id)])];
    const perClient = rowsPerClient(agencyIds.length, query.limit, readsPerRow);
    const [rows] = await runBatch(control, [listInvitations(scope, agencyIds, after, perClient)]);
    const lists = [...Map.groupBy(rows, ({ agency_id }) => agency_id).values()].map((list) =>
      list.toSorted((a, b) => (a.id < b.id ? 1 : -1)),
    );
    const { items, next } = mergePage(lists, {
      perClient,
      pageSize: query.limit,
      keyOf: ({ id }) => [id],
      keep: ({ visible }) => visible,
    });
    const nowMs = now();
    const resources = items.map((row) => toInvitationResource(row, nowMs));
    return { body: { items: resources, next_cursor: writeCursor(next) } };
  },
});
