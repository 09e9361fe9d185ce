import { encodeUtf8 } from "./encode-utf8.ts";

/**
 * UTF-16 as UTF-8, all else as it is. It shows by its byte order mark, or by the zeros beside the ASCII that every body
 * begins with (RFC 4627, 3).
 */
export function fromUtf16(bytes: Uint8Array): Uint8Array {
  const { 0: first, 1: second, 2: third, 3: fourth } = bytes;
  if (first === undefined || second === undefined) return bytes;
  if (first === 0xff && second === 0xfe) return reencoded(bytes, "utf-16le");
  if (first === 0xfe && second === 0xff) return reencoded(bytes, "utf-16be");
  if (first !== 0 && second === 0 && third !== 0 && fourth === 0) return reencoded(bytes, "utf-16le");
  if (first === 0 && second !== 0 && third === 0 && fourth !== 0) return reencoded(bytes, "utf-16be");
  return bytes;
}

const reencoded = (bytes: Uint8Array, encoding: "utf-16le" | "utf-16be") =>
  encodeUtf8(new TextDecoder(encoding).decode(bytes));
