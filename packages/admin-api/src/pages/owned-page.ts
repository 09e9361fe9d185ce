import { mergePage } from "@leadrelay/core/lists/merge-page";
import { clientsBehind, type OwnedPlace, type OwnedRange } from "@leadrelay/db/lists/owned-rows";
import { runOne } from "@leadrelay/db/run-batch";
import type { OperatorScope } from "@leadrelay/db/scope";
import type { Statement } from "@leadrelay/db/statement";
import type { z } from "@hono/zod-openapi";
import { narrowScope } from "../access/client-in-scope.ts";
import type { AdminDependencies } from "../dependencies.ts";
import { readCursor, writeCursor } from "./cursor.ts";
import { clientFilter, deletedToo, pageQuery } from "./page.ts";

/** What a list of things that belong to clients takes. */
export const ownedPageQuery = pageQuery.extend({ client_id: clientFilter, deleted: deletedToo });

interface Owned {
  id: string;
  client_id: string;
  deleted_at: number | null;
}

/** One page of such a list: client by client, newest first; it never reads more than five times its size. */
export async function readOwnedPage<Row extends Owned>(
  list: (scope: OperatorScope, range: OwnedRange) => Statement<Row[]>,
  {
    query,
    scope,
    control,
  }: {
    query: z.output<typeof ownedPageQuery>;
    scope: OperatorScope;
    control: AdminDependencies["control"];
  },
): Promise<{ items: Row[]; next_cursor: string | null }> {
  const asked = narrowScope(scope, query.client_id);
  const after = readCursor<OwnedPlace>(query.cursor, ["", ""]);
  const range = { after, rows: 2 * query.limit, clients: query.limit };
  const rows = await runOne(control, list(asked, range));
  const page = mergePage([rows], {
    perClient: range.rows,
    pageSize: query.limit,
    keyOf: ({ client_id, id }) => [client_id, id],
    keep: ({ deleted_at }) => query.deleted || deleted_at === null,
  });
  const behind = clientsBehind(asked, after);
  const lastClient = behind[range.clients - 1];
  // Nothing more in the clients that were looked at, but not all of them were.
  const next =
    page.next ?? (lastClient !== undefined && behind.length > range.clients ? [lastClient, ""] : null);
  return { items: page.items, next_cursor: writeCursor(next) };
}
