const day = /^\d{4}-\d{2}-\d{2}$/;

/** When a day begins where the reader is, in ms; undefined for no day. */
export function startOfDay(text: string | undefined): number | undefined {
  if (text === undefined || !day.test(text)) return undefined;
  const at = new Date(`${text}T00:00:00`).getTime();
  return Number.isNaN(at) ? undefined : at;
}

/** When the day after begins: a list until a day has that day in it. */
export function endOfDay(text: string | undefined): number | undefined {
  const at = startOfDay(text);
  if (at === undefined) return undefined;
  const date = new Date(at);
  return new Date(date.getFullYear(), date.getMonth(), date.getDate() + 1).getTime();
}
