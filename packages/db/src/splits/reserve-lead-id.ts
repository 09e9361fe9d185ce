import { sql } from "kysely";
import type { OperatorScope } from "../scope.ts";
import { queries, type Statement } from "../statement.ts";

/** An id for a lead that nobody else is given; not used, it stays a gap. */
export const reserveLeadId = (_scope: OperatorScope): Statement<number> => ({
  query: sql`UPDATE id_ranges SET next = next + 1 WHERE name = 'leads' RETURNING next - 1 AS first`.compile(
    queries,
  ),
  read: (rows) => {
    const [row] = rows as { first: number }[];
    if (row === undefined) throw new Error("The database has no range of lead ids");
    return row.first;
  },
});
