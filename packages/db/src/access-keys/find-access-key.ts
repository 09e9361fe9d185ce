import type { OperatorScope } from "../scope.ts";
import { queries, rowsOf, type Statement } from "../statement.ts";
import { shownColumns, toAccessKey, type AccessKeyDetails } from "./access-key-details.ts";
import { keyInScope } from "./key-in-scope.ts";

/** The key with this id, if the scope has it. */
export const findAccessKey = (scope: OperatorScope, id: string): Statement<AccessKeyDetails[]> =>
  rowsOf(
    queries
      .selectFrom("access_keys")
      .select(shownColumns)
      .where("id", "=", id)
      .where(keyInScope(scope))
      .compile(),
    toAccessKey,
  );

/** The sealed secret that a key of the scope signs with now. */
export const findSealedSecret = (scope: OperatorScope, id: string): Statement<string[]> =>
  rowsOf(
    queries
      .selectFrom("access_keys")
      .select("sealed_secret")
      .where("id", "=", id)
      .where(keyInScope(scope))
      .compile(),
    ({ sealed_secret }) => sealed_secret,
  );
