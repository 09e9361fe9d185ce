import { z } from "@hono/zod-openapi";
import { mergePage } from "@leadrelay/core/lists/merge-page";
import { newestAccessKeys } from "@leadrelay/db/access-keys/newest-access-keys";
import { runBatch } from "@leadrelay/db/run-batch";
import { narrowScope } from "../access/client-in-scope.ts";
import { readEndpoint } from "../endpoint/endpoint.ts";
import { rowsOfEach } from "../lead-databases/row-budget.ts";
import { readCursor, writeCursor } from "../pages/cursor.ts";
import { pageOf, pageQuery } from "../pages/page.ts";
import { accessKeySchema } from "./access-key-schema.ts";
import { keyOwners } from "./key-owners.ts";
import { toShownKey } from "./shown-key.ts";

/** D1 counts the index entry and the row as one. */
const readsPerRow = 1;

export const listAccessKeys = readEndpoint({
  path: "/api/access-keys",
  operationId: "listAccessKeys",
  tag: "Access keys",
  summary: "List access keys",
  description:
    "Revoked and expired ones too, newest first, never with a secret. With `client_id` only the keys of that client: those of the whole agency, which reach it too, are left out.",
  access: { permission: "keys:manage" },
  query: pageQuery.extend({ client_id: z.string().max(100).optional() }),
  answer: pageOf(accessKeySchema),
  async handle({ query, access, dependencies: { control } }) {
    const scope = narrowScope(access.scope, query.client_id);
    const before = readCursor(query.cursor, [0, ""] as const);
    const owners = keyOwners(scope, access.caller?.grants ?? []);
    const perClient = rowsOfEach({
      clients: scope.clients.length,
      lists: owners.length,
      pageSize: query.limit,
      readsPerRow,
      isFiltered: false,
    });
    const lists = await runBatch(
      control,
      owners.map((owner) => newestAccessKeys(scope, owner, before, perClient)),
    );
    const { items, next } = mergePage(lists, {
      perClient,
      pageSize: query.limit,
      keyOf: ({ created_at, id }) => [created_at, id],
    });
    return { body: { items: items.map(toShownKey), next_cursor: writeCursor(next) } };
  },
});
