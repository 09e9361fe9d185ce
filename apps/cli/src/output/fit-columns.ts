/** How wide a column is at most, and at least. */
export interface ColumnSize {
  natural: number;
  least: number;
}

/** Widths that together fit into this many columns of the terminal, as even as that allows; null where even the least do not. */
export function fitColumns(columns: readonly ColumnSize[], room: number): number[] | null {
  const widths = columns.map(({ natural, least }) => Math.min(natural, least));
  let left = room - widths.reduce((sum, width) => sum + width, 0);
  if (left < 0) return null;
  const isShort = (index: number) => (widths[index] ?? 0) < (columns[index]?.natural ?? 0);
  while (left > 0) {
    const short = widths.map((_, index) => index).filter(isShort);
    const narrowest = short.toSorted((a, b) => (widths[a] ?? 0) - (widths[b] ?? 0))[0];
    if (narrowest === undefined) break;
    widths[narrowest] = (widths[narrowest] ?? 0) + 1;
    left -= 1;
  }
  return widths;
}
