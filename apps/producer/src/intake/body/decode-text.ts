const utf8 = new TextDecoder("utf-8", { fatal: true, ignoreBOM: false });
const windows1252 = new TextDecoder("windows-1252");

/** undefined when the bytes are not UTF-8. */
export function decodeUtf8(bytes: Uint8Array): string | undefined {
  try {
    return utf8.decode(bytes);
  } catch {
    return undefined;
  }
}

/** What browsers send from a page that is not UTF-8, without ever saying so. Any bytes can be read this way. */
export const decodeLegacy = (bytes: Uint8Array): string => windows1252.decode(bytes);

export const legacyNote = "not UTF-8: read as windows-1252";

const encoder = new TextEncoder();

export const utf8Length = (text: string): number => encoder.encode(text).length;
