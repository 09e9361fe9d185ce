const mostNear = 5;
/** Two texts of which this share of their letter pairs is the same are near (Dice's coefficient). */
const nearEnough = 0.5;

/**
 * Whether an action is asked for by its whole name or by its beginning up to a dot, as a list of the audit log takes it; where it is none, a
 * sentence of those that are called nearly so, or of the beginnings of all.
 */
export function findActions(
  asked: string,
  known: readonly string[],
): { kind: "known" } | { kind: "unknown"; sentence: string } {
  const beginnings = [...new Set(known.map((name) => name.slice(0, name.indexOf("."))))];
  const names = [...known, ...beginnings];
  if (names.includes(asked)) return { kind: "known" };
  const near = names
    .map((name) => ({ name, likeness: likenessOf(asked.toLowerCase(), name) }))
    .filter(({ likeness }) => likeness >= nearEnough)
    .toSorted((a, b) => b.likeness - a.likeness)
    .map(({ name }) => name);
  const which =
    near.length === 0
      ? `they begin with ${beginnings.join(", ")}`
      : `near it are ${near.slice(0, mostNear).join(", ")}`;
  return { kind: "unknown", sentence: `there is no such action; ${which}` };
}

function likenessOf(a: string, b: string): number {
  const [ofA, ofB] = [pairsOf(a), pairsOf(b)];
  const shared = [...ofA].filter((pair) => ofB.has(pair)).length;
  return (2 * shared) / Math.max(1, ofA.size + ofB.size);
}

const pairsOf = (text: string) =>
  new Set(Array.from({ length: Math.max(0, text.length - 1) }, (_, at) => text.slice(at, at + 2)));
