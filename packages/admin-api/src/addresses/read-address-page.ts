import { listAddresses } from "@leadrelay/db/addresses/list-addresses";
import type { AddressList, AddressLists } from "@leadrelay/db/addresses/address-list";
import { runOne } from "@leadrelay/db/run-batch";
import type { OperatorScope } from "@leadrelay/db/scope";
import type { z } from "@hono/zod-openapi";
import { clientInScope } from "../access/client-in-scope.ts";
import type { AdminDependencies } from "../dependencies.ts";
import type { pageQuery } from "../pages/page.ts";
import { openCursor, sealCursor } from "../pages/sealed-cursor.ts";

/** One page of a client's list, shown as its caller may see it. Its cursor is sealed, because it names an address. */
export async function readAddressPage<List extends AddressList>(
  list: List,
  {
    clientId,
    query,
    scope,
    dependencies,
  }: {
    clientId: string;
    query: z.output<typeof pageQuery>;
    scope: OperatorScope;
    dependencies: AdminDependencies;
  },
  shown: (entry: AddressLists[List], masked: boolean) => AddressLists[List],
): Promise<{ items: AddressLists[List][]; next_cursor: string | null }> {
  const { masked } = clientInScope(scope, clientId);
  const place = { table: list, row: clientId };
  const after = (await openCursor(query.cursor, place, dependencies)) ?? "";
  const rows = await runOne(
    dependencies.control,
    listAddresses(scope, list, clientId, { after, limit: query.limit + 1 }),
  );
  const items = rows.slice(0, query.limit);
  const last = rows.length > items.length ? items.at(-1) : undefined;
  return {
    items: items.map((entry) => shown(entry, masked)),
    next_cursor: await sealCursor(last?.cidr ?? null, place, dependencies),
  };
}
