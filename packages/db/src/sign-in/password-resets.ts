import { sql } from "kysely";
import { abortUnless } from "../abort-unless.ts";
import type { Scope } from "../scope.ts";
import { queries, rowsOf, write, type Statement } from "../statement.ts";
import type { PasswordResetsTable } from "../tables/password-resets-table.ts";

/** A link as whoever holds it sees it. */
export type PasswordReset = Pick<PasswordResetsTable, "operator_id" | "expires_at" | "used_at"> & {
  email: string;
  /** 1: the password was changed since, by another link or by its operator. */
  overtaken: 0 | 1;
};

/** Writes a link's hash. */
export const insertPasswordReset = (_scope: Scope, row: PasswordResetsTable): Statement<number> =>
  write(queries.insertInto("password_resets").values(row).compile());

/** Whoever made the link may still make one: a link of somebody who left is worth nothing. */
const byAnOwner = sql`EXISTS (
  SELECT 1 FROM memberships AS m CROSS JOIN agencies AS a ON a.id = m.agency_id AND a.is_installation = 1
  WHERE m.operator_id = r.created_by AND m.role = 'agency_owner')`;

/** A change of password, however it came about, voids every link made before it. */
const isOvertaken = sql`EXISTS (
  SELECT 1 FROM operator_accounts AS c
  WHERE c.operator_id = r.operator_id AND c.provider_id = 'credential'
    AND r.created_at < CAST(round(unixepoch(c.updated_at, 'subsec') * 1000) AS INTEGER))`;

/** The link with this hash; who holds it needs no scope. */
export const passwordResetByToken = (_scope: Scope, tokenHash: string): Statement<PasswordReset[]> =>
  rowsOf(
    sql<PasswordReset>`
      SELECT r.operator_id, r.expires_at, r.used_at, o.email, ${isOvertaken} AS overtaken
      FROM password_resets AS r CROSS JOIN operators AS o ON o.id = r.operator_id
      WHERE r.token_hash = ${tokenHash} AND ${byAnOwner}`.compile(queries),
    (row) => row,
  );

/** Uses a link up; the first statement aborts the batch when somebody did before, or the password was changed. */
export const usePasswordReset = (
  _scope: Scope,
  tokenHash: string,
  nowMs: number,
): readonly [Statement<number>, Statement<number>] => [
  abortUnless(sql`EXISTS (
    SELECT 1 FROM password_resets AS r WHERE r.token_hash = ${tokenHash} AND r.used_at IS NULL AND NOT ${isOvertaken} AND ${byAnOwner})`),
  write(sql`UPDATE password_resets SET used_at = ${nowMs} WHERE token_hash = ${tokenHash}`.compile(queries)),
];
