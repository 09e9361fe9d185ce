import { sql } from "kysely";
import { requireClient } from "../scope/require-client.ts";
import type { OperatorScope } from "../scope.ts";
import { queries, rowsOf, write, type Statement } from "../statement.ts";
import type { ClientCallbacksTable } from "../tables/client-callbacks-table.ts";

/** What lets a client's callbacks in; none where nobody made it yet. */
export function callbacksOfClient(scope: OperatorScope, clientId: string): Statement<ClientCallbacksTable[]> {
  requireClient(scope, clientId);
  const query = sql<ClientCallbacksTable>`SELECT * FROM client_callbacks WHERE client_id = ${clientId}`;
  return rowsOf(query.compile(queries), (row) => row);
}

/** Gives a client a key and a secret, or the secret it has another; the key stays. */
export function putClientCallbacks(scope: OperatorScope, row: ClientCallbacksTable): Statement<number> {
  requireClient(scope, row.client_id);
  const { client_id: _, callback_key: __, created_at: ___, ...changeable } = row;
  return write(
    queries
      .insertInto("client_callbacks")
      .values(row)
      .onConflict((conflict) => conflict.column("client_id").doUpdateSet(changeable))
      .compile(),
  );
}
