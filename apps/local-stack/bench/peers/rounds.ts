/** The contenders of one round in the order they run: each round another begins, so that none always finds the machine as the same other left it. */
export const inTurn = <Contender>(contenders: readonly Contender[], round: number): Contender[] => {
  const first = round % contenders.length;
  return [...contenders.slice(first), ...contenders.slice(0, first)];
};

/** Who posts in a burst: every fifth post, from the 204th on, is by who posted 203 before. */
export const burstPeople = (first: number, count: number): number[] =>
  Array.from({ length: count }, (_, index) => first + (index > 203 && index % 5 === 4 ? index - 203 : index));
