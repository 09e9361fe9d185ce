import { binaryOf, bytesOfBinary } from "../binary.ts";

const base64 = /^[a-z0-9+/]*={0,2}$/i;

/**
 * A part's content without the `Content-Transfer-Encoding` it is said to have. Forms ought not to have one (RFC 7578,
 * 4.7), but mail libraries add it. Content that is not encoded that way stays as it is.
 */
export function withoutTransferEncoding(content: Uint8Array, encoding: string): Uint8Array {
  if (encoding === "base64") {
    const text = binaryOf(content).replaceAll(/[\t\n\r ]/g, "");
    return base64.test(text) && text.length % 4 === 0 ? bytesOfBinary(atob(text)) : content;
  }
  if (encoding !== "quoted-printable") return content;
  const joined = binaryOf(content).replaceAll(/=\r?\n/g, "");
  return bytesOfBinary(joined.replaceAll(/=([0-9a-f]{2})/gi, (_, hex: string) => charOf(hex)));
}

const charOf = (hex: string) => String.fromCharCode(Number.parseInt(hex, 16));
