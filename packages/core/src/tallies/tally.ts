/** So many more of a subject in a period: what is added to its count. */
export interface Tally {
  client_id: string;
  /** What is counted: `cap:{destination}`, `cap:{destination}:{source}`, `route:{route}:{member}`. Names no two clients' things alike. */
  subject: string;
  /** A period's key. */
  period: string;
  count: number;
  /** When the period is over, ms UTC, and the count may be forgotten; null: never. */
  ends_at: number | null;
}

/** Counts that were read, by `tallyKey`: what has none was not counted yet. */
export type Tallies = ReadonlyMap<string, number>;

/** Names one count among those of any number of clients. */
export const tallyKey = (subject: string, period: string): string => `${subject} ${period}`;

/** How many were counted of a subject in a period; 0 for what was not counted yet. */
export type CountOf = (subject: string, period: string) => number;

/** The counts that were read. */
export const countIn =
  (tallies: Tallies): CountOf =>
  (subject, period) =>
    tallies.get(tallyKey(subject, period)) ?? 0;

/** The same additions, one for each count that they move. */
export function sumTallies(tallies: readonly Tally[]): Tally[] {
  const sums = new Map<string, Tally>();
  for (const tally of tallies) {
    const key = `${tally.client_id} ${tallyKey(tally.subject, tally.period)}`;
    const before = sums.get(key);
    sums.set(key, before === undefined ? tally : { ...tally, count: before.count + tally.count });
  }
  return [...sums.values()];
}
