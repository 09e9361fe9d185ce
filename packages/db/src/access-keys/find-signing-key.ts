import { sql } from "kysely";
import type { PipelineScope } from "../scope.ts";
import { queries, rowsOf, type Statement } from "../statement.ts";
import type { AccessKeysTable } from "../tables/access-keys-table.ts";
import type { Flag } from "../tables/flag.ts";

/** A key that a request names, with its sealed secrets, and whether its agency runs the installation. */
export type SigningKeyRow = AccessKeysTable & { is_installation: Flag };

/** The key with this id, revoked and expired ones too, unless its agency is gone. It makes scopes, so none can be asked of it. */
export const findSigningKey = (_scope: PipelineScope, id: string): Statement<SigningKeyRow[]> =>
  rowsOf(
    sql<SigningKeyRow>`
      SELECT k.*, a.is_installation FROM access_keys AS k CROSS JOIN agencies AS a ON a.id = k.agency_id
      WHERE k.id = ${id} AND a.deleted_at IS NULL`.compile(queries),
    (row) => row,
  );
