import { chunkBySize, parameterLimits } from "@leadrelay/core/batching/chunk-by-size";
import { sql, type RawBuilder } from "kysely";
import { queries, write, type Statement } from "./statement.ts";

const encoder = new TextEncoder();

/** A D1 row ends at 2 MB (developers.cloudflare.com/d1/platform/limits); local D1 does not enforce it. */
const rowLimitBytes = 1_900_000;

/** A row that D1 would refuse; its message names the table only. */
export class RowTooBig extends Error {}

/** JSON arrays of the rows, cut to what one parameter takes. Throws `RowTooBig` for a row no parameter can take. */
export function jsonChunks(rows: readonly unknown[], table: string): string[] {
  if (rows.length === 0) return [];
  const together = JSON.stringify(rows);
  // A character of JSON takes at most three bytes of UTF-8: what surely fits is not measured.
  if (together.length * 3 <= parameterLimits.bytes && rows.length <= parameterLimits.items) return [together];
  const texts = rows.map((row) => JSON.stringify(row));
  const chunks = chunkBySize(texts, parameterLimits, (text) => rowBytes(text, table));
  return chunks.map((chunk) => `[${chunk.join(",")}]`);
}

function rowBytes(text: string, table: string): number {
  const bytes = encoder.encode(text).length + 1;
  if (bytes > rowLimitBytes)
    throw new RowTooBig(`A row of ${table} has ${bytes} bytes, D1 takes ${rowLimitBytes}`);
  return bytes;
}

/**
 * `INSERT … SELECT … FROM json_each(?)`: any number of rows in one parameter, chunked by size.
 * @param columns Column names; the rows' properties are named the same.
 */
export function insertRows<Row extends object>(
  table: string,
  columns: readonly (keyof Row & string)[],
  rows: readonly Row[],
  onConflict: RawBuilder<unknown> = sql``,
): Statement<number>[] {
  const names = sql.raw(columns.join(", "));
  const values = sql.raw(columns.map((_, index) => `value ->> ${index}`).join(", "));
  const compact = rows.map((row) => columns.map((column) => row[column]));
  return jsonChunks(compact, table).map((json) =>
    write(
      // An upsert behind a SELECT needs a WHERE, or SQLite reads ON as a join's.
      sql`INSERT INTO ${sql.raw(table)} (${names}) SELECT ${values} FROM json_each(${json}) WHERE true ${onConflict}`.compile(
        queries,
      ),
    ),
  );
}
