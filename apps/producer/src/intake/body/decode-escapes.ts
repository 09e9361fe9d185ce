import { binaryOf, bytesOfBinary } from "./binary.ts";
import { decodeText, type DecodedText } from "./decode-text.ts";
import { encodeUtf8 } from "./encode-utf8.ts";

/**
 * Undoes form encoding of text. Broken escapes are kept as they are, as browsers and the URL standard do.
 * Text whose escapes are no UTF-8 is read as whatever its bytes seem to be.
 */
export function decodeEscapes(encoded: string): DecodedText {
  const blanks = withBlanks(encoded);
  if (!blanks.includes("%")) return { text: blanks, note: undefined };
  const text = blanks.includes("%u")
    ? blanks.replaceAll(codeUnit, (_, hex: string) => charOf(hex)).toWellFormed()
    : blanks;
  try {
    return { text: decodeURIComponent(text), note: undefined };
  } catch {
    return decodeText(bytesOf(binaryOf(encodeUtf8(text))), undefined);
  }
}

/** The same for a part of a binary text, a character of which is a byte, as the label says. */
export const decodeBinary =
  (label: string | undefined) =>
  (encoded: string): DecodedText =>
    decodeText(bytesOf(withBlanks(encoded)), label);

const withBlanks = (text: string) => (text.includes("+") ? text.replaceAll("+", " ") : text);

const escape = /%([0-9a-f]{2})/gi;
/** As JavaScript's old `escape` writes what is beyond Latin-1. */
const codeUnit = /%u([0-9a-fA-F]{4})/g;
const charOf = (hex: string) => String.fromCharCode(Number.parseInt(hex, 16));

const bytesOf = (binary: string) => bytesOfBinary(binary.replaceAll(escape, (_, hex: string) => charOf(hex)));
