import { sql } from "kysely";
import { jsonValues } from "../lists/json-values.ts";
import { clientIdsOf, type OperatorScope } from "../scope.ts";
import { queries, rowsOf, type Statement } from "../statement.ts";

export interface OpenLetterCount {
  /** null: letters that no client could be named for. */
  client_id: string | null;
  kind: string;
  open_count: number;
}

/** Open dead letters of the scope by client and kind: a read for each kind of each client, however many letters and causes there are. */
export function openLetterCounts(scope: OperatorScope): Statement<OpenLetterCount[]> {
  const ids = [...clientIdsOf(scope), ...(scope.isInstallation ? [""] : [])];
  const query = sql<OpenLetterCount>`
    SELECT nullif(client_id, '') AS client_id, kind, open_count
    FROM ${jsonValues(ids)} AS wanted
    CROSS JOIN open_letter_counts ON client_id = wanted.value
    WHERE open_count > 0`;
  return rowsOf(query.compile(queries), (row) => row);
}
