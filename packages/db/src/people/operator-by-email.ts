import { sql } from "kysely";
import type { Scope } from "../scope.ts";
import { queries, rowsOf, type Statement } from "../statement.ts";

/** The account of an e-mail address in lower case, whatever it may do; for whoever proved to have that address. */
export const operatorByEmail = (_scope: Scope, email: string): Statement<{ id: string; email: string }[]> =>
  rowsOf(
    sql<{ id: string; email: string }>`SELECT id, email FROM operators WHERE email = ${email}`.compile(
      queries,
    ),
    (row) => row,
  );
