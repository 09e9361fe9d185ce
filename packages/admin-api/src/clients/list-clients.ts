import { clientsByIds } from "@leadrelay/db/control/clients-by-ids";
import { runBatch } from "@leadrelay/db/run-batch";
import { readEndpoint } from "../endpoint/endpoint.ts";
import { readCursor, writeCursor } from "../pages/cursor.ts";
import { pageOf, pageQuery } from "../pages/page.ts";
import { clientSchema } from "./client-schema.ts";

export const listClients = readEndpoint({
  path: "/api/clients",
  operationId: "listClients",
  tag: "Clients",
  summary: "List clients",
  access: { permission: "config:read" },
  query: pageQuery,
  answer: pageOf(clientSchema),
  async handle({ query, access: { scope }, dependencies }) {
    const [after] = readCursor(query.cursor, [""] as const) ?? [];
    const ids = scope.clients
      .map(({ id }) => id)
      .filter((id) => after === undefined || id < after)
      .toSorted()
      .toReversed();
    const page = ids.slice(0, query.limit);
    const last = page.at(-1);
    const [items] = await runBatch(dependencies.control, [clientsByIds(scope, page)]);
    const next = ids.length > page.length && last !== undefined ? [last] : null;
    return { body: { items, next_cursor: writeCursor(next) } };
  },
});
