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
        SELECT j.value ->> 0, j.value ->> 1, j.value ->> 2, j.value ->> place.column1
        FROM json_each(${json}) AS j CROSS JOIN (VALUES (3), (4), (5)) AS place
        WHERE j.value ->> place.column1 IS NOT NULL
        ON CONFLICT DO NOTHING`.compile(queries),
    ),
  );
