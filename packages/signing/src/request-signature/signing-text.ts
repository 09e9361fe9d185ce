import { toHex } from "./hex.ts";

/** A body as sent: a string counts as its UTF-8 bytes. */
export type SignedBody = string | ArrayBuffer | Uint8Array<ArrayBuffer>;

/** What a signature covers. */
export interface SignedParts {
  /** Any case; it is signed in upper case. */
  method: string;
  /** Path and query as on the wire. */
  target: string;
  /** Unix seconds. */
  timestamp: number;
  nonce: string;
  body: SignedBody;
}

/** `v1`, method, path with query, timestamp, nonce and the body's SHA-256 in hex, joined by line feeds, none at the end. */
export async function signingText(parts: SignedParts): Promise<string> {
  const { method, target, timestamp, nonce, body } = parts;
  const bodyHash = toHex(await crypto.subtle.digest("SHA-256", bytesOf(body)));
  return ["v1", method.toUpperCase(), target, timestamp, nonce, bodyHash].join("\n");
}

/**
 * Path and query of an absolute URL, untouched: parsing would turn `/a/../b` into `/b` and `'` into `%27`, and the signature
 * would fit another path than the one that is routed. `url` is `request.url`.
 */
export const requestTarget = (url: string): string =>
  url.replace(/^[^:/?#]+:\/\/[^/?#]*/, "").replace(/#.*$/s, "");

const bytesOf = (body: SignedBody) => (typeof body === "string" ? new TextEncoder().encode(body) : body);
