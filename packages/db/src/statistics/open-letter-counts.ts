import { sql } from "kysely";
import type { OperatorScope } from "../scope.ts";
import { queries, rowsOf, type Statement } from "../statement.ts";

export interface OpenLetterCount {
  /** null: letters that no client could be named for. */
  client_id: string | null;
  kind: string;
  open_count: number;
}

/** Open dead letters of the scope by client and kind, from their groups: a read for each open cause, however many letters it has. */
export function openLetterCounts({ clients, isInstallation }: OperatorScope): Statement<OpenLetterCount[]> {
  const ids = [...clients.map(({ id }) => id), ...(isInstallation ? [""] : [])];
  const query = sql<OpenLetterCount>`
    SELECT nullif(client_id, '') AS client_id, kind, sum(open_count) AS open_count
    FROM json_each(${JSON.stringify(ids)}) AS wanted
    CROSS JOIN dead_letter_groups INDEXED BY dead_letter_groups_open ON client_id = wanted.value
    WHERE open_count > 0 GROUP BY 1, 2`;
  return rowsOf(query.compile(queries), (row) => row);
}
