/** `Leads!A14:O14` of `Leads!A12:O20` and 2: where one of several rows that were written together stands; undefined of what is no range of rows. */
export function rowRange(range: string, index: number): string | undefined {
  const [, sheet, first, from, last] = /^(.*!)([A-Z]+)(\d+):([A-Z]+)\d+$/.exec(range) ?? [];
  if (sheet === undefined || first === undefined || last === undefined) return undefined;
  const row = Number(from) + index;
  return `${sheet}${first}${row}:${last}${row}`;
}
