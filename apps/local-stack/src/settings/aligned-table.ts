/** A table of Markdown as the formatter would align it, so that both agree on the file; the first row is its head. */
export function alignedTable([head = [], ...rows]: string[][]): string {
  const all = [head, ...rows].map((row) => row.map((cell) => cell.replaceAll("|", "\\|")));
  const widths = head.map((_, column) => Math.max(...all.map((row) => row[column]?.length ?? 0)));
  const line = (cells: string[]) =>
    `| ${cells.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join(" | ")} |`;
  const [first = [], ...others] = all;
  return [first, widths.map((width) => "-".repeat(width)), ...others].map(line).join("\n");
}
