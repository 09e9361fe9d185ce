import type { PipelineScope } from "../scope.ts";
import { queries, rowsOf, type Statement } from "../statement.ts";

/** The operator with this e-mail address, in whatever case it is given: one row or none. */
export function findOperator(
  _scope: PipelineScope,
  email: string,
): Statement<{ id: string; name: string; email: string }[]> {
  const query = queries
    .selectFrom("operators")
    .select(["id", "name", "email"])
    .where("email", "=", email.toLowerCase());
  return rowsOf(query.compile(), (row) => row);
}
