const longest = 72;

/** One line of a text for a table; ids never go through this. */
export function shortened(text: string | null): string | null {
  const line = text?.replaceAll(/\s+/g, " ").trim() ?? null;
  return line !== null && line.length > longest ? `${line.slice(0, longest - 1)}…` : line;
}
