import { sql } from "kysely";
import { allColumns } from "../all-columns.ts";
import { insertRows } from "../json-rows.ts";
import type { Statement } from "../statement.ts";
import type { LongTextsTable } from "../tables/long-texts-table.ts";

/**
 * Stores texts that their rows have no room for.
 * @param whatIsThere `stays` for a rewrite, which may be done twice and makes the same of the same; else it aborts the batch.
 */
export const insertLongTexts = (
  texts: readonly LongTextsTable[],
  whatIsThere: "aborts" | "stays" = "aborts",
): Statement<number>[] =>
  insertRows("long_texts", columns, texts, whatIsThere === "stays" ? sql`ON CONFLICT DO NOTHING` : sql``);

const columns = allColumns<LongTextsTable>()(["id", "text"]);
