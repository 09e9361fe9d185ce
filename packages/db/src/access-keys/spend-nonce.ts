import type { PipelineScope } from "../scope.ts";
import { queries, write, type Statement } from "../statement.ts";
import type { RequestNoncesTable } from "../tables/request-nonces-table.ts";

/** Uses a nonce up; one that was used aborts the batch, with this table's name in D1's error. */
export const spendNonce = (_scope: PipelineScope, nonce: RequestNoncesTable): Statement<number> =>
  write(queries.insertInto("request_nonces").values(nonce).compile());

/** Whether a nonce was used up before: for when none can be. */
export const isNonceSpent = (
  _scope: PipelineScope,
  { key_id, nonce }: Pick<RequestNoncesTable, "key_id" | "nonce">,
): Statement<boolean> => {
  const query = queries
    .selectFrom("request_nonces")
    .select("nonce")
    .where("key_id", "=", key_id)
    .where("nonce", "=", nonce);
  return { query: query.compile(), read: (rows) => rows.length > 0 };
};
