/** A text of one character each byte, as bytes: `b("Jos\xe9")` is José in Latin-1. */
export const b = (binary: string): Uint8Array<ArrayBuffer> =>
  Uint8Array.from(binary, (char) => char.charCodeAt(0));

/** A text in UTF-8. */
export const utf8 = (text: string): Uint8Array<ArrayBuffer> =>
  Uint8Array.from(new TextEncoder().encode(text));
