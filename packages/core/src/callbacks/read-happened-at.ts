/** Numbers from here on are milliseconds, below it seconds; before 2001 nothing is told. */
const millisecondsFrom = 1e12;
const earliestMs = 1e12;

/** When something happened, ms UTC, as a CRM wrote it: seconds, milliseconds or a date. What is none, or of the future, is when it was told. */
export function readHappenedAt(text: string | undefined, receivedAt: number): number {
  if (text === undefined) return receivedAt;
  const number = Number(text);
  const at = Number.isNaN(number) ? Date.parse(text) : number < millisecondsFrom ? number * 1_000 : number;
  return at >= earliestMs && at <= receivedAt ? Math.floor(at) : receivedAt;
}
