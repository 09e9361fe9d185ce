/** A command is copied: no column breaks it. */
export const hasCommand = (text: string): boolean => text.includes("`leadrelay ");

/**
 * Sentences of a column that stand in several rows are told once, below the table, and so are those with commands; their cells have the
 * number.
 */
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
  const repeated = [...counts]
    .filter(([sentence, count]) => count > 1 || hasCommand(sentence))
    .map(([sentence]) => sentence);
  const numbered = each((cell) => (repeated.includes(cell) ? `[${repeated.indexOf(cell) + 1}]` : cell));
  return { cells: numbered, notes: repeated.map((sentence, index) => `[${index + 1}] ${sentence}`) };
}
