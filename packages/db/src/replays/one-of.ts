import { sql, type RawBuilder } from "kysely";

/** The condition that a value is one of a list; none where there is no list. Never NULL. */
export const oneOf = (
  value: RawBuilder<unknown>,
  list: readonly (string | number)[] | undefined,
): RawBuilder<unknown>[] =>
  list === undefined
    ? []
    : [sql`coalesce(${value} IN (SELECT value FROM json_each(${JSON.stringify(list)})), false)`];
