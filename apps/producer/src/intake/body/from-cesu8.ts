import { binaryOf, bytesOfBinary } from "./binary.ts";
import { encodeUtf8 } from "./encode-utf8.ts";

const pairs = /\xed[\xa0-\xaf][\x80-\xbf]\xed[\xb0-\xbf][\x80-\xbf]/g;
const halves = /\xed[\xa0-\xbf][\x80-\xbf]/g;
const replacement = "\xef\xbf\xbd";

/**
 * UTF-8 in which emoji are written as two surrogates of three bytes each (CESU-8), as Java and some databases do, as UTF-8;
 * half of one, where a text was cut, becomes U+FFFD. undefined where there is none.
 */
export function fromCesu8(bytes: Uint8Array): Uint8Array | undefined {
  if (!bytes.includes(0xed)) return undefined;
  const binary = binaryOf(bytes);
  const mended = binary.replaceAll(pairs, wholePair).replaceAll(halves, replacement);
  return mended === binary ? undefined : bytesOfBinary(mended);
}

const wholePair = (pair: string) => binaryOf(encodeUtf8(unitAt(pair, 0) + unitAt(pair, 3)));

/** The surrogate that three bytes stand for. */
const unitAt = (binary: string, at: number) =>
  String.fromCharCode(
    0xd000 | ((binary.charCodeAt(at + 1) & 0x3f) << 6) | (binary.charCodeAt(at + 2) & 0x3f),
  );
