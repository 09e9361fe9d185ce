import { decodeText, encodeUtf8, type DecodedText } from "./decode-text.ts";

/**
 * Undoes form encoding of text. Broken escapes are kept as they are, as browsers and the URL standard do.
 * Text whose escapes are no UTF-8 is read as whatever its bytes seem to be.
 */
export function decodeEscapes(encoded: string): DecodedText {
  const text = withBlanks(encoded);
  if (!text.includes("%")) return { text, note: undefined };
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

/** Bytes as a text of one character each. (The latin1 decoder is windows-1252, which is not that.) */
export function binaryOf(bytes: Uint8Array): string {
  let text = "";
  for (let from = 0; from < bytes.length; from += 8_192)
    text += String.fromCharCode(...bytes.subarray(from, from + 8_192));
  return text;
}

const escape = /%([0-9a-f]{2})/gi;

function bytesOf(binary: string): Uint8Array {
  const plain = binary.replaceAll(escape, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));
  return Uint8Array.from(plain, (char) => char.charCodeAt(0));
}
