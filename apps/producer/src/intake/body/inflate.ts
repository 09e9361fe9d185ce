/** What so much inflates to is four megabytes at most: DEFLATE packs 1 032 bytes into one (zlib.net/zlib_tech.html). */
const sliceBytes = 4 * 1024;

/**
 * What comes out of a decompressing stream; undefined once that is more than `limitBytes`. workerd inflates all of a write before its
 * reader sees a byte, so the stream is fed by slices, each only when what came of the one before has been read.
 * Rejects for what is not compressed, or cut off.
 */
export async function inflate(
  bytes: Uint8Array,
  stream: Pick<DecompressionStream, "readable" | "writable">,
  limitBytes: number,
): Promise<Uint8Array[] | undefined> {
  const writer = stream.writable.getWriter();
  const reader = stream.readable.getReader();
  const chunks: Uint8Array[] = [];
  let length = 0;
  const isOver = () => length > limitBytes;
  const reading = readOn();
  for (let at = 0; at < bytes.length && !isOver(); at += sliceBytes) {
    // What breaks the stream rejects its reader too.
    writer.write(bytes.slice(at, at + sliceBytes)).catch(() => undefined);
    for (let before = -1; length > before && !isOver();) {
      before = length;
      await Promise.race([reading, aTurn()]);
    }
  }
  if (!isOver()) writer.close().catch(() => undefined);
  await reading;
  if (!isOver()) return chunks;
  writer.abort().catch(() => undefined);
  return undefined;

  async function readOn(): Promise<void> {
    while (!isOver()) {
      const { value } = await reader.read();
      if (value === undefined) return;
      chunks.push(value);
      length += value.length;
    }
  }
}

/** Of the event loop, in which all that is there already is read. */
const aTurn = () => new Promise((resolve) => setTimeout(resolve, 0));
