import type { SearchRange } from "@leadrelay/core/search/search-ranges";
import { sql } from "kysely";
import { requireClients } from "../scope/require-client.ts";
import { jsonValues } from "../lists/json-values.ts";
import type { OperatorScope } from "../scope.ts";
import { queries, rowsOf, type Statement } from "../statement.ts";
import type { LeadsTable } from "../tables/leads-table.ts";
import { toFound, type FoundLead, type FoundRow } from "./found-lead.ts";
import { rangeValues } from "./range-values.ts";

/**
 * Leads with a word of their name within these ranges, at most `limit`, in the order of the ranges.
 * @param others further words, each looked up whole among those the lead stands under
 */
export const searchNames = (
  scope: OperatorScope,
  ranges: readonly SearchRange[],
  others: readonly string[],
  limit: number,
): Statement<FoundLead[]> =>
  rowsOf(
    sql<FoundRow & LeadsTable>`
      SELECT r.value ->> 0 AS found_rank, r.value ->> 2 AS found_live, entry.value ->> 0 AS found_text,
        entry.value ->> 1 AS found_last, l.*, (
          SELECT json_group_array(other.word) FROM lead_name_words AS other
          WHERE other.client_id = l.client_id AND other.is_test = l.is_test AND other.word IN (${sql.join(others)})
            AND other.lead_id = l.id
        ) AS found_words
      FROM ${rangeValues(scope, ranges)} AS r CROSS JOIN json_each((
        SELECT json_group_array(json_array(word, lead_id)) FROM (
          SELECT n.word, n.lead_id FROM lead_name_words AS n
          WHERE n.client_id = r.value ->> 1 AND n.is_test = 1 - r.value ->> 2
            AND n.word >= r.value ->> 3 AND (n.word, n.lead_id) < (r.value ->> 4, r.value ->> 5)
          ORDER BY n.word DESC, n.lead_id DESC LIMIT ${limit})
      )) AS entry CROSS JOIN leads AS l ON l.id = entry.value ->> 1 LIMIT ${limit}`.compile(queries),
    toFound,
  );

/** How many leads have a word of their name that begins so, counted no further than `most`. */
export function countNames(
  scope: OperatorScope,
  clientIds: readonly string[],
  beginning: string,
  most: number,
): Statement<number[]> {
  requireClients(scope, clientIds);
  return rowsOf(
    sql<{ counted: number }>`
      SELECT count(*) AS counted FROM (
        SELECT 1 FROM ${jsonValues(clientIds)} AS c CROSS JOIN (VALUES (0), (1)) AS t
        CROSS JOIN lead_name_words AS n ON n.client_id = c.value AND n.is_test = t.column1
          AND n.word >= ${beginning} AND n.word < ${`${beginning}\u{10ffff}`}
        LIMIT ${most})`.compile(queries),
    ({ counted }) => counted,
  );
}
