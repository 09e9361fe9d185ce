import type { PipelineScope } from "../scope.ts";
import { queries, write, type Statement } from "../statement.ts";
import type { RequestNoncesTable } from "../tables/request-nonces-table.ts";

/** Uses a nonce up; one that was used aborts the batch, with this table's name in D1's error. */
export const spendNonce = (_scope: PipelineScope, nonce: RequestNoncesTable): Statement<number> =>
  write(queries.insertInto("request_nonces").values(nonce).compile());
