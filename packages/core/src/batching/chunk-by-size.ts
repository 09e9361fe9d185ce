const encoder = new TextEncoder();

/** How much fits one call. */
export interface ChunkLimits {
  items: number;
  bytes: number;
}

/** One parameter of a D1 statement: 2 MB is production's limit, and a row may grow on its way. */
export const parameterLimits: ChunkLimits = { items: 10_000, bytes: 1_000_000 };

/** UTF-8 bytes of a value as JSON. */
export const jsonBytes = (value: unknown) => encoder.encode(JSON.stringify(value)).length;

/** Splits in order, filling each chunk. An item over the limit gets a chunk of its own: whoever sends it learns what it is worth. */
export function chunkBySize<Item>(
  items: readonly Item[],
  limits: ChunkLimits,
  sizeOf: (item: Item) => number = jsonBytes,
): Item[][] {
  const chunks: Item[][] = [];
  let bytes = 0;
  for (const item of items) {
    const size = sizeOf(item);
    const last = chunks.at(-1);
    if (last === undefined || last.length >= limits.items || bytes + size > limits.bytes) {
      chunks.push([item]);
      bytes = size;
    } else {
      last.push(item);
      bytes += size;
    }
  }
  return chunks;
}
