/** Bytes as a text of one character each. (The latin1 decoder is windows-1252, which is not that.) */
export function binaryOf(bytes: Uint8Array): string {
  let text = "";
  for (let from = 0; from < bytes.length; from += 8_192)
    text += String.fromCharCode(...bytes.subarray(from, from + 8_192));
  return text;
}

/** And back. */
export const bytesOfBinary = (binary: string): Uint8Array =>
  Uint8Array.from(binary, (char) => char.charCodeAt(0));
