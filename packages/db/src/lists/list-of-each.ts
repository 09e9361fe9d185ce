import { sql, type RawBuilder } from "kysely";
import { queries, rowsOf, type Statement } from "../statement.ts";
import { jsonValues } from "./json-values.ts";

/**
 * A list for each of these values (`wanted.value` in the list's own query, which selects each row as the JSON `item`). Folded into one
 * JSON text a value, because D1 counts a row that comes through `json_each` twice.
 */
export const listOfEach = <Row>(
  values: readonly unknown[],
  list: RawBuilder<{ item: string }>,
): Statement<Row[][]> =>
  rowsOf(
    sql<{ list: string }>`
      SELECT (SELECT json_group_array(json(item)) FROM (${list})) AS list
      FROM ${jsonValues(values)} AS wanted`.compile(queries),
    ({ list: text }) => JSON.parse(text) as Row[],
  );
