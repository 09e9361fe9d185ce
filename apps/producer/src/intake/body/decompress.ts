import { tooLarge, type Refusal } from "../../refusal.ts";
import { packedLimitBytes, unpackedLimitBytes } from "./body-limits.ts";
import { inflate } from "./inflate.ts";
import { joined } from "./read-bytes.ts";

const tooMuchPacked = tooLarge(
  `A compressed body holds at most ${packedLimitBytes / 1024} KB, and ${unpackedLimitBytes / 1024} KB unpacked. Send it uncompressed.`,
);

/**
 * A body that is said to be compressed with gzip or deflate, and begins like it, as it was before; one that is not,
 * as it is. A few bytes may stand for gigabytes: one over the limits is refused, and its rest is never unpacked.
 */
export async function decompress(bytes: Uint8Array): Promise<Uint8Array | Refusal> {
  const format = formatOf(bytes);
  if (format === undefined) return bytes;
  if (bytes.length > packedLimitBytes) return tooMuchPacked;
  try {
    const unpacked = await inflate(bytes, new DecompressionStream(format), unpackedLimitBytes);
    return unpacked === undefined ? tooMuchPacked : joined(unpacked);
  } catch {
    return bytes;
  }
}

/** By the first bytes (RFC 1952, 2.3.1; RFC 1950, 2.2), which no text begins with. */
function formatOf([first = 0, second = 0]: Uint8Array): "gzip" | "deflate" | undefined {
  if (first === 0x1f && second === 0x8b) return "gzip";
  return first % 16 === 8 && (first * 256 + second) % 31 === 0 ? "deflate" : undefined;
}
