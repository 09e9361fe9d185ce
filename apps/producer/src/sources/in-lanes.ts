/** A Worker has six connections at once, a send to the queue included. */
const laneCount = 6;

/** Does each, six at a time; results in the order of what was given. Rejects with the first that does. */
export async function inLanes<Given, Result>(
  given: readonly Given[],
  work: (each: Given, index: number) => Promise<Result>,
): Promise<Result[]> {
  const results: Result[] = [];
  const waiting = given.entries();
  const lane = async () => {
    for (const [index, each] of waiting) results[index] = await work(each, index);
  };
  await Promise.all(Array.from({ length: Math.min(laneCount, given.length) }, lane));
  return results;
}
