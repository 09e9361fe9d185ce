/** Sentences of a column that stand in several rows are told once, below the table; their cells have the number. */
export function numberSentences(
  cells: readonly (readonly string[])[],
  isSentence: readonly boolean[],
): { cells: string[][]; notes: string[] } {
  const counts = new Map<string, number>();
  const each = (use: (cell: string) => string) =>
    cells.map((row) =>
      row.map((cell, index) => (isSentence[index] === true && cell.includes(" ") ? use(cell) : cell)),
    );
  each((cell) => {
    counts.set(cell, (counts.get(cell) ?? 0) + 1);
    return cell;
  });
  const repeated = [...counts].filter(([, count]) => count > 1).map(([sentence]) => sentence);
  const numbered = each((cell) => (repeated.includes(cell) ? `[${repeated.indexOf(cell) + 1}]` : cell));
  return { cells: numbered, notes: repeated.map((sentence, index) => `[${index + 1}] ${sentence}`) };
}
