import { sql } from "kysely";
import { isAmong } from "../is-among.ts";
import type { OperatorScope } from "../scope.ts";
import { queries, rowsOf, type Statement } from "../statement.ts";
import type { AccessKeysTable } from "../tables/access-keys-table.ts";
import { shownColumns, toAccessKey, type AccessKeyDetails } from "./access-key-details.ts";
import { keyInScope } from "./key-in-scope.ts";

/** Keys of the scope that somebody made in these agencies and that sign still. Reads all keys of the agencies. */
export const liveKeysMadeBy = (
  scope: OperatorScope,
  operatorId: string,
  agencyIds: readonly string[],
  nowMs: number,
): Statement<AccessKeyDetails[]> =>
  rowsOf(
    sql<Pick<AccessKeysTable, (typeof shownColumns)[number]>>`
      SELECT ${sql.join(shownColumns.map((name) => sql.ref(name)))}
      FROM access_keys
      WHERE ${isAmong("agency_id", agencyIds)}
        AND created_by = ${operatorId} AND revoked_at IS NULL AND (expires_at IS NULL OR expires_at > ${nowMs})
        AND ${keyInScope(scope)}`.compile(queries),
    toAccessKey,
  );
