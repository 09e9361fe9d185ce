import type { NoticeRows } from "@leadrelay/core/notices/plan-notices";
import { sql, type RawBuilder } from "kysely";
import { deliveryColumns, eventColumns } from "../intake/commit-columns.ts";
import { jsonChunks } from "../json-rows.ts";
import type { Scope } from "../scope.ts";
import { requireClients } from "../scope/require-client.ts";
import { queries, write, type Statement } from "../statement.ts";

/**
 * Writes what `planNotices` planned, in the batch of the change that they tell of, each once: one that is there stays as it is.
 * @param when SQL: only where this is true then, such as that the change was made; left out: always
 */
export function insertNotices(
  scope: Scope,
  { events, deliveries }: NoticeRows,
  when: RawBuilder<unknown> = sql`true`,
): Statement<number>[] {
  requireClients(
    scope,
    events.map(({ client_id }) => client_id),
  );
  return [
    ...insert("events", eventColumns, events, when),
    ...insert("deliveries", deliveryColumns, deliveries, when),
  ];
}

const insert = <Row extends object>(
  table: string,
  columns: readonly (keyof Row & string)[],
  rows: readonly Row[],
  when: RawBuilder<unknown>,
): Statement<number>[] => {
  const compact = rows.map((row) => columns.map((column) => row[column]));
  const values = sql.raw(columns.map((_, index) => `value ->> ${index}`).join(", "));
  return jsonChunks(compact, table).map((json) =>
    write(
      sql`INSERT INTO ${sql.raw(table)} (${sql.raw(columns.join(", "))}) SELECT ${values} FROM json_each(${json})
        WHERE ${when} ON CONFLICT DO NOTHING`.compile(queries),
    ),
  );
};
