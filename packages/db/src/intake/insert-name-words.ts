import type { LeadNameWords } from "@leadrelay/core/decide/commit-plan";
import { sql } from "kysely";
import { jsonChunks } from "../json-rows.ts";
import type { PipelineScope } from "../scope.ts";
import { queries, write, type Statement } from "../statement.ts";

/**
 * Puts leads under the words of their names. One element of the JSON parameter for all words of a lead: D1 counts each element
 * as a row read, and a row of VALUES as none.
 */
export const insertNameWords = (
  _scope: PipelineScope,
  leads: readonly LeadNameWords[],
): Statement<number>[] =>
  jsonChunks(
    leads.map(({ client_id, is_test, lead_id, words }) => [client_id, is_test ? 1 : 0, lead_id, ...words]),
    "lead_name_words",
  ).map((json) =>
    write(
      sql`
        INSERT INTO lead_name_words (client_id, is_test, lead_id, word)
        SELECT client_id, is_test, lead_id, ${word}
        FROM (${named(json)}) CROSS JOIN (VALUES (1), (2), (3)) AS place
        WHERE ${word} IS NOT NULL
        ON CONFLICT DO NOTHING`.compile(queries),
    ),
  );

/** The LIMIT keeps SQLite from reading the JSON anew for each word. */
const named = (json: string) => sql`
  SELECT value ->> 0 AS client_id, value ->> 1 AS is_test, value ->> 2 AS lead_id,
    value ->> 3 AS first_word, value ->> 4 AS second_word, value ->> 5 AS last_word
  FROM json_each(${json}) LIMIT -1`;

const word = sql`CASE place.column1 WHEN 1 THEN first_word WHEN 2 THEN second_word ELSE last_word END`;
