import { mergePage } from "@leadrelay/core/lists/merge-page";
import { clientsByIds } from "@leadrelay/db/clients/clients-by-ids";
import { runOne } from "@leadrelay/db/run-batch";
import { isMasked } from "../access/is-masked.ts";
import { readEndpoint } from "../endpoint/endpoint.ts";
import { readCursor, writeCursor } from "../pages/cursor.ts";
import { deletedToo, pageOf, pageQuery } from "../pages/page.ts";
import { clientAnswer } from "./client-answer.ts";
import { clientSchema } from "./client-schema.ts";

/** Rows read for each one listed, so that deleted ones among them seldom make a page short. */
const readsPerItem = 2;

export const listClients = readEndpoint({
  path: "/api/clients",
  operationId: "listClients",
  tag: "Clients",
  summary: "List clients",
  access: { permission: "config:read" },
  query: pageQuery.extend({ deleted: deletedToo }),
  answer: pageOf(clientSchema),
  async handle({ query, access: { scope }, dependencies }) {
    const [after] = readCursor(query.cursor, [""] as const) ?? [];
    const perClient = query.limit * readsPerItem;
    const ids = scope.clients
      .map(({ id }) => id)
      .filter((id) => after === undefined || id < after)
      .toSorted()
      .toReversed()
      .slice(0, perClient);
    const clients = await runOne(dependencies.control, clientsByIds(scope, ids));
    const { items, next } = mergePage([clients], {
      perClient,
      pageSize: query.limit,
      keyOf: ({ id }) => [id],
      keep: ({ deleted_at }) => query.deleted || deleted_at === null,
    });
    const shown = items.map((client) => clientAnswer(client, isMasked(scope, client.id)));
    return { body: { items: shown, next_cursor: writeCursor(next) } };
  },
});
