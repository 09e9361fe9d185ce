import { byIds } from "../lists/by-ids.ts";
import type { OperatorScope } from "../scope.ts";
import type { Statement } from "../statement.ts";

/** The public ids of these leads; an erased one's is not in the result. */
export const leadPublicIds = (
  scope: OperatorScope,
  ids: readonly number[],
): Statement<{ id: number; public_id: string; client_id: string }[]> =>
  byIds(scope, "id, public_id, client_id", "leads", ids);
