/**
 * What a row of a table without a rowid may take before SQLite gives it an overflow page of 4 KB: (4096 - 12) * 64 / 255 - 23
 * (sqlite.org/fileformat2.html#b_tree_pages, index pages).
 */
export const mostRowBytes = 1002;

const encoder = new TextEncoder();

/** What SQLite stores a row in, at most. */
export function rowBytes(values: readonly (string | number | null)[]): number {
  const header = 3;
  return values.reduce<number>((sum, value) => sum + bytesOf(value), header);
}

/** With its type in the row's header: two bytes name a text of up to 8 KB, one names an integer of up to eight. */
function bytesOf(value: string | number | null): number {
  if (value === null) return 1;
  return typeof value === "number" ? 9 : encoder.encode(value).length + (value.length > 2_700 ? 5 : 2);
}
