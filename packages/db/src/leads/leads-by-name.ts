import { sql } from "kysely";
import { jsonValues } from "../lists/json-values.ts";
import { requireClients } from "../scope/require-client.ts";
import type { OperatorScope } from "../scope.ts";
import { queries, rowsOf, type Statement } from "../statement.ts";
import type { LeadsTable } from "../tables/leads-table.ts";
import { toLead, type Lead } from "./lead.ts";

/** A place among words of names, by the alphabet. */
export type NamedKey = readonly [word: string, leadId: number, clientId: string];

/** A word of a name, with the lead that stands under it. */
export interface NamedLead {
  key: NamedKey;
  lead: Lead;
}

/** Leads by the words they stand under, by the alphabet, at most `perList` of each client's live ones, and of its tests. */
export function leadsByName(
  scope: OperatorScope,
  clientIds: readonly string[],
  { live, after, perList }: { live: readonly (0 | 1)[]; after: NamedKey; perList: number },
): Statement<NamedLead[]> {
  requireClients(scope, clientIds);
  const lists = clientIds.flatMap((id) => live.map((isLive) => [id, 1 - isLive]));
  const [word, lead, client] = after;
  const query = sql<LeadsTable & { listed_word: string }>`
    SELECT entry.value ->> 0 AS listed_word, l.*
    FROM ${jsonValues(lists)} AS held CROSS JOIN json_each((
      SELECT json_group_array(json_array(word, lead_id)) FROM (
        SELECT n.word, n.lead_id FROM lead_name_words AS n
        WHERE n.client_id = held.value ->> 0 AND n.is_test = held.value ->> 1
          AND n.word >= ${word} AND (n.word, n.lead_id, n.client_id) > (${word}, ${lead}, ${client})
        ORDER BY n.word, n.lead_id LIMIT ${perList})
    )) AS entry CROSS JOIN leads AS l ON l.id = entry.value ->> 1`;
  return rowsOf(query.compile(queries), ({ listed_word, ...row }) => ({
    key: [listed_word, row.id, row.client_id],
    lead: toLead(row),
  }));
}
