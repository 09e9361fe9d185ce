import { mostRowBytes, rowBytes } from "./row-bytes.ts";
import type { LongTextsTable } from "../tables/long-texts-table.ts";

/** Less is gained by moving a text than its row in `long_texts` takes. */
const leastMovedCharacters = 64;

/**
 * A row that takes no overflow page, and the texts it has no room for: moved in the order of `movable`, no more of them than must be.
 * Where all of them are too few, none is moved: the page holds the rest of such a row.
 * @param movable Column → the id its text would have in `long_texts`.
 */
export function placeTexts<Row extends Record<Column, string | null>, Column extends keyof Row & string>(
  row: Row,
  movable: Readonly<Record<Column, number>>,
): { row: Row; longTexts: LongTextsTable[] } {
  const longTexts: LongTextsTable[] = [];
  const left = { ...row };
  for (const [column, id] of Object.entries<number>(movable) as [Column, number][]) {
    if (fits(left)) break;
    const text = row[column];
    if (text === null || text.length < leastMovedCharacters) continue;
    longTexts.push({ id, text });
    Object.assign(left, { [column]: `@${id}` });
  }
  return fits(left) ? { row: left, longTexts } : { row, longTexts: [] };
}

const fits = (row: object) =>
  rowBytes(Object.values(row) as readonly (string | number | null)[]) <= mostRowBytes;
