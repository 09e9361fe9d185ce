import type { PipelineScope } from "../scope.ts";
import { queries, rowsOf, type Statement } from "../statement.ts";
import type { AccessKeysTable } from "../tables/access-keys-table.ts";

/** What a key reaches: its one client, or every client of its agency. It makes scopes. Deleted clients stay visible: their leads do. */
export const clientsOfKey = (
  _scope: PipelineScope,
  key: Pick<AccessKeysTable, "agency_id" | "client_id">,
): Statement<{ id: string; database: string }[]> => {
  const clients = queries.selectFrom("clients").select(["id", "database_binding as database"]);
  const reached =
    key.client_id === null
      ? clients.where("agency_id", "=", key.agency_id)
      : clients.where("id", "=", key.client_id);
  return rowsOf(reached.compile(), (row) => row);
};
