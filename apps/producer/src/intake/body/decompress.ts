import type { Refusal } from "../../refusal.ts";
import { bodyLimitBytes } from "./body-limits.ts";
import { readChunks } from "./read-bytes.ts";

/**
 * A body that is said to be compressed with gzip or deflate, and begins like it, as it was before; one that is not,
 * as it is. A body that grows beyond the limit is refused there, and its rest is never unpacked.
 */
export async function decompress(bytes: Uint8Array): Promise<Uint8Array | Refusal> {
  const format = formatOf(bytes);
  if (format === undefined) return bytes;
  try {
    const packed = new Response(bytes as Uint8Array<ArrayBuffer>).body;
    const unpacked = packed?.pipeThrough(new DecompressionStream(format)) ?? null;
    const read = await readChunks(unpacked, bodyLimitBytes);
    return read.kind === "refused" ? read : read.bytes;
  } catch {
    return bytes;
  }
}

/** By the first bytes (RFC 1952, 2.3.1; RFC 1950, 2.2), which no text begins with. */
function formatOf([first = 0, second = 0]: Uint8Array): "gzip" | "deflate" | undefined {
  if (first === 0x1f && second === 0x8b) return "gzip";
  return first % 16 === 8 && (first * 256 + second) % 31 === 0 ? "deflate" : undefined;
}
