import { laneCount, pickNext } from "@leadrelay/core/lanes/pick-next";

/** Works through all items in six lanes, fair to each destination. Rejects as soon as a piece of work does. */
export async function runLanes<Item>(
  items: readonly Item[],
  destinationOf: (item: Item) => string,
  work: (item: Item) => Promise<void>,
): Promise<void> {
  const waiting = [...items];
  const underWay = new Map<string, number>();
  const change = (destination: string, by: number) =>
    underWay.set(destination, (underWay.get(destination) ?? 0) + by);

  const lane = async () => {
    for (;;) {
      const next = pickNext(waiting.map(destinationOf), underWay);
      const [item] = next === null ? [] : waiting.splice(next, 1);
      if (item === undefined) return;
      change(destinationOf(item), 1);
      await work(item);
      change(destinationOf(item), -1);
    }
  };
  await Promise.all(Array.from({ length: Math.min(laneCount, items.length) }, lane));
}
