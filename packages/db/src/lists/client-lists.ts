import { sql, type RawBuilder } from "kysely";

const several = "several:";

/**
 * Under which names an index keeps rows that belong to clients, to whoever may see all of these: the rows of one alone under its id,
 * those of several under the first of them. So no list reads past rows that touch none of its reader's clients.
 * @param ids clients, and '' for rows without one, of which there may be several in one row
 */
export const clientLists = (ids: readonly string[]): string[] =>
  ids.length < 2 && !ids.includes("") ? [...ids] : [...ids, ...ids.map((id) => `${several}${id}`)];

/** SQL: the row, found under `wanted.value`, is of none but these. `others`: whether a row holds one that is not among `mine`. */
export const isOfThese = (
  ids: readonly string[],
  others: (mine: RawBuilder<unknown>) => RawBuilder<unknown>,
): RawBuilder<unknown> =>
  sql`(wanted.value NOT LIKE 'several:%' OR NOT ${others(sql`(SELECT value FROM json_each(${JSON.stringify(ids)}))`)})`;
