/** Tries at a D1 that has too much to do; the next counts it as away. */
const mostTries = 4;

/**
 * How long a message waits (seconds) before it asks an overloaded D1 again: 2 to 4 after its first try, twice as long after each
 * further one; by chance, so that not all come back together. null: it has waited long enough, D1 counts as away.
 * @param tries failed ones, this one included
 * @param random 0 ≤ x < 1
 */
export const overloadDelaySeconds = (tries: number, random: number): number | null =>
  tries > mostTries ? null : Math.ceil(2 ** tries * (1 + random));
