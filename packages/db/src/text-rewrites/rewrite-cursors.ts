import { sql } from "kysely";
import type { PipelineScope } from "../scope.ts";
import { queries, rowsOf, write, type Statement } from "../statement.ts";
import type { TextRewritesTable } from "../tables/text-rewrites-table.ts";

/** Tables with rows that an earlier version wrote. */
export type RewrittenTable = "lead_submissions" | "events";

/** A table's key, as far as it orders rows: the lead, and what orders its rows. */
export type RowPlace = readonly [leadId: number, next: number | string];

/** A table that is not done, and its last row that is. */
export interface RewriteCursor {
  table: RewrittenTable;
  after: RowPlace;
}

/** What is left to be rewritten; nothing, and no row read, when all is done. */
export const openRewrites = (_scope: PipelineScope): Statement<RewriteCursor[]> =>
  rowsOf(
    sql<TextRewritesTable>`SELECT table_name, after_json FROM text_rewrites`.compile(queries),
    ({ table_name, after_json }) => ({
      table: table_name as RewrittenTable,
      after: JSON.parse(after_json) as RowPlace,
    }),
  );

/** Goes on behind this row; changes nothing where somebody else went on since. */
export const moveRewrite = (
  _scope: PipelineScope,
  { table, after }: RewriteCursor,
  to: RowPlace,
): Statement<number> =>
  write(
    sql`UPDATE text_rewrites SET after_json = ${JSON.stringify(to)}
      WHERE table_name = ${table} AND after_json = ${JSON.stringify(after)}`.compile(queries),
  );

/** There is no row behind the cursor: the table is done for good. */
export const closeRewrite = (_scope: PipelineScope, { table, after }: RewriteCursor): Statement<number> =>
  write(
    sql`DELETE FROM text_rewrites WHERE table_name = ${table} AND after_json = ${JSON.stringify(after)}`.compile(
      queries,
    ),
  );
