/**
 * Up to three of the names that somebody may have meant who wrote another: within a third of its letters, at most three, changed; or one of
 * which it is the beginning. Nearest first, then in the order given.
 */
export function nearestNames(written: string, names: readonly string[]): string[] {
  const word = fold(written);
  const most = Math.min(3, Math.ceil(word.length / 3));
  return names
    .map((name) => ({ name, far: farness(word, fold(name), most) }))
    .filter(({ far }) => far <= most)
    .toSorted((a, b) => a.far - b.far)
    .slice(0, 3)
    .map(({ name }) => name);
}

const fold = (name: string) =>
  name
    .slice(0, 64)
    .toLowerCase()
    .replaceAll(/[\s_.-]/g, "");

function farness(word: string, name: string, most: number): number {
  if (word.length >= 3 && name.startsWith(word)) return Math.min(most, name.length - word.length);
  return Math.abs(word.length - name.length) > most ? Infinity : editDistance(word, name);
}

/** Letters put in, left out, or written for others. */
function editDistance(one: string, other: string): number {
  let row = Array.from({ length: other.length + 1 }, (_, at) => at);
  for (let i = 1; i <= one.length; i++) {
    const next = [i];
    for (let j = 1; j <= other.length; j++) {
      const same = one[i - 1] === other[j - 1] ? 0 : 1;
      next.push(Math.min((row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1, (row[j - 1] ?? 0) + same));
    }
    row = next;
  }
  return row[other.length] ?? 0;
}
