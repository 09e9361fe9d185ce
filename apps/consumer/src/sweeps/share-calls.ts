/** What a task asks of the calls that all of a minute's tasks have together. */
export interface Demand {
  /** Calls below which its minute brings nothing on. */
  least: number;
  /** Its part of what is left when all have their least, against the weights of the others. 0: its least is all it can use. */
  weight: number;
}

/** Every task's share: its least, and its part of the rest; together they are all there are. Throws where the least of all is more. */
export function shareCalls<Task extends string>(
  demands: Readonly<Record<Task, Demand>>,
  calls: number,
): Readonly<Record<Task, number>> {
  const tasks = Object.entries<Demand>(demands);
  const least = tasks.reduce((sum, [, demand]) => sum + demand.least, 0);
  if (least > calls)
    throw new Error(`${tasks.length} sweeps need ${least} calls at least; there are ${calls}`);
  const weights = tasks.reduce((sum, [, { weight }]) => sum + weight, 0);
  // Rounded up to each task, not for each, so that no call is lost.
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
