import { sql } from "kysely";
import { abortUnless } from "../abort-unless.ts";
import type { Scope } from "../scope.ts";
import { queries, rowsOf, type Statement } from "../statement.ts";

export interface Account {
  id: string;
  email: string;
  /** null where nobody can sign in with a password. */
  password_hash: string | null;
  has_second_factor: boolean;
}
type Row = Omit<Account, "has_second_factor"> & { two_factor_enabled: number | null };

/** The account of an e-mail address in lower case, whatever it may do; for whoever proved to have that address. */
export const operatorByEmail = (_scope: Scope, email: string): Statement<Account[]> =>
  rowsOf(
    sql<Row>`
      SELECT o.id, o.email, o.two_factor_enabled, (
        SELECT a.password FROM operator_accounts AS a WHERE a.operator_id = o.id AND a.provider_id = 'credential'
      ) AS password_hash
      FROM operators AS o WHERE o.email = ${email}`.compile(queries),
    ({ two_factor_enabled, ...row }) => ({ ...row, has_second_factor: two_factor_enabled === 1 }),
  );

/** Aborts the batch unless the e-mail address is this account's by now: whose role it is was judged by that. */
export const requireAccount = (_scope: Scope, email: string, id: string): Statement<number> =>
  abortUnless(sql`EXISTS (SELECT 1 FROM operators WHERE email = ${email} AND id = ${id})`);
