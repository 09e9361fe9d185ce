/** The next of two stories that are each told newest first, as one. */
export interface Beats<Left, Right> {
  left: Left[];
  right: Right[];
  /** There is more of either. */
  goesOn: boolean;
}

/** Takes the newest `limit` of both together, each in its own order. */
export function mergeBeats<Left, Right>(
  left: readonly Left[],
  right: readonly Right[],
  {
    limit,
    timeOf,
  }: { limit: number; timeOf: { left: (beat: Left) => number; right: (beat: Right) => number } },
): Beats<Left, Right> {
  let [lefts, rights] = [0, 0];
  while (lefts + rights < limit) {
    const [one, other] = [left[lefts], right[rights]];
    if (one === undefined && other === undefined) break;
    const isLeft = other === undefined || (one !== undefined && timeOf.left(one) >= timeOf.right(other));
    if (isLeft) lefts += 1;
    else rights += 1;
  }
  return {
    left: left.slice(0, lefts),
    right: right.slice(0, rights),
    goesOn: lefts + rights < left.length + right.length,
  };
}
