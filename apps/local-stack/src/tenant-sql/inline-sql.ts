import type { CompiledQuery } from "kysely";

/** The statement with its parameters written into it, for `wrangler d1 execute --file`, which binds none. */
export function inlineSql({ sql, parameters }: CompiledQuery): string {
  const values = [...parameters];
  const text = sql.replaceAll("?", () => literal(values.shift()));
  if (values.length > 0) throw new Error("More parameters than placeholders");
  return `${text};`;
}

function literal(value: unknown): string {
  if (value === null) return "NULL";
  if (typeof value === "number" && Number.isFinite(value)) return String(value);
  if (typeof value === "string" && !value.includes("\0")) return `'${value.replaceAll("'", "''")}'`;
  throw new Error(`No SQL literal for a ${typeof value}`);
}
