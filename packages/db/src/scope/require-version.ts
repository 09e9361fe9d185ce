import { sql } from "kysely";
import { abortUnless } from "../abort-unless.ts";
import type { OperatorScope } from "../scope.ts";
import type { Statement } from "../statement.ts";
import type { Tables } from "../tables/tables.ts";

/** Rows that two people may edit: their `updated_at` names the version. */
export type VersionedTable = {
  [Name in keyof Tables]: Tables[Name] extends { id: string; updated_at: number } ? Name : never;
}[keyof Tables];

/**
 * The first statement of a change: aborts the batch unless the row is still the version it was made on.
 * `classifyStorageError` calls that a conflict.
 */
export const requireVersion = (
  _scope: OperatorScope,
  table: VersionedTable,
  id: string,
  updatedAt: number,
): Statement<number> =>
  abortUnless(sql`EXISTS (SELECT 1 FROM ${sql.table(table)} WHERE id = ${id} AND updated_at = ${updatedAt})`);
