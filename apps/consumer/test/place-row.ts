import { env } from "cloudflare:test";

/** Puts a row into a table as it is, whatever state the pipeline would never leave it in. */
export async function placeRow<Row extends object>(table: string, row: Row): Promise<Row> {
  const columns = Object.keys(row);
  const marks = columns.map(() => "?").join(", ");
  await env.DB.prepare(`INSERT INTO ${table} (${columns.join(", ")}) VALUES (${marks})`)
    .bind(...Object.values(row))
    .run();
  return row;
}

/** An id that no other test has. */
export const anyLeadId = (): number => Math.floor(Math.random() * 2 ** 50);
