/** A text as one line of a table. */
export const oneLine = (text: string | null): string | null => text?.replaceAll(/\s+/g, " ").trim() ?? null;
