import { decodeLegacy, decodeUtf8 } from "./decode-text.ts";

export interface DecodedEscapes {
  text: string;
  /** The bytes were not UTF-8. */
  legacy: boolean;
}

/** Undoes form encoding. Broken escapes are kept as they are, as browsers and the URL standard do. */
export function decodeEscapes(encoded: string): DecodedEscapes {
  const text = encoded.includes("+") ? encoded.replaceAll("+", " ") : encoded;
  if (!text.includes("%")) return { text, legacy: false };
  try {
    return { text: decodeURIComponent(text), legacy: false };
  } catch {
    return decodeLeniently(text);
  }
}

const escape = /^%[0-9a-f]{2}$/i;

function decodeLeniently(text: string): DecodedEscapes {
  const bytes: number[] = [];
  for (const part of text.split(/(%[0-9a-f]{2})/i)) {
    if (escape.test(part)) bytes.push(Number.parseInt(part.slice(1), 16));
    else for (const byte of new TextEncoder().encode(part)) bytes.push(byte);
  }
  const read = Uint8Array.from(bytes);
  const decoded = decodeUtf8(read);
  return { text: decoded ?? decodeLegacy(read), legacy: decoded === undefined };
}
