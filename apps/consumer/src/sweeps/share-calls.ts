/** What a task asks of the calls that all of a minute's tasks have together. */
export interface Demand {
  /** What a useful minute costs. */
  least: number;
  /** Its part of what is left when all have their least, against the weights of the others. 0: its least is all it can use. */
  weight: number;
}

/** Every task's share: its least, and its part of the rest. None is left over where any has a weight. Throws where there are fewer than all least. */
export function shareCalls<Task extends string>(
  demands: Readonly<Record<Task, Demand>>,
  calls: number,
): Readonly<Record<Task, number>> {
  const tasks = Object.entries<Demand>(demands);
  const least = tasks.reduce((sum, [, demand]) => sum + demand.least, 0);
  if (least > calls)
    throw new Error(`${tasks.length} sweeps need ${least} calls at least; there are ${calls}`);
  const weights = tasks.reduce((sum, [, { weight }]) => sum + weight, 0);
  // Rounded down once for each running total, so that no call is lost.
  const restUpTo = (weight: number) => Math.floor(((calls - least) * weight) / Math.max(1, weights));
  let before = 0;
  const shares = tasks.map(([task, demand]) => {
    const upTo = before + demand.weight;
    const share = demand.least + restUpTo(upTo) - restUpTo(before);
    before = upTo;
    return [task, share];
  });
  return Object.fromEntries(shares) as Record<Task, number>;
}
