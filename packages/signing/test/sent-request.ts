import { checkSignature, type ReceivedRequest } from "@leadrelay/signing/request-signature/check-signature";
import { toHex } from "@leadrelay/signing/request-signature/hex";
import { readSignatureHeaders } from "@leadrelay/signing/request-signature/read-signature-headers";
import { signatureHeaders, type HeaderReader } from "@leadrelay/signing/request-signature/signature-headers";
import type { SignatureProblem } from "@leadrelay/signing/request-signature/signature-problem";
import { signRequest, type RequestToSign } from "@leadrelay/signing/request-signature/sign-request";

/** A request as a server sees it. */
export interface SentRequest extends ReceivedRequest {
  headers: HeaderReader;
}

/** Two keys the test's server knows; the second is being rotated and has two secrets. */
export const keys = {
  lrk_AAAAAAAAAAAAAAAAAAAA: [`lrs_${"a".repeat(43)}`],
  lrk_BBBBBBBBBBBBBBBBBBBB: [`lrs_${"b".repeat(43)}`, `lrs_${"c".repeat(43)}`],
} as const;

export const signedAt = 1_790_000_000;

/** What is signed unless a test says otherwise. */
export const toSign = {
  keyId: "lrk_AAAAAAAAAAAAAAAAAAAA",
  secret: keys.lrk_AAAAAAAAAAAAAAAAAAAA[0],
  method: "POST",
  url: "https://relay.example.com/api/leads?client=cli_1&limit=5",
  body: '{"name":"Zoë 🦊"}',
  timestamp: signedAt,
  nonce: "4f1d2c3b4a59687766554433",
} satisfies RequestToSign;

/** The request signed and sent, its address written as `fetch` writes it, without a change on the way. */
export async function send(change: Partial<RequestToSign> = {}): Promise<SentRequest> {
  const signed = { ...toSign, ...change };
  const headers = new Headers(await signRequest(signed));
  return { method: signed.method, url: new URL(signed.url).href, body: signed.body ?? "", headers };
}

/** The same request with one header of any text, even one that `Headers` would refuse or trim; null takes it away. */
export function withHeader(
  sent: SentRequest,
  name: keyof typeof signatureHeaders,
  value: string | null,
): SentRequest {
  const get = (asked: string) => (asked === signatureHeaders[name] ? value : sent.headers.get(asked));
  return { ...sent, headers: { get } };
}

/** HMAC-SHA256 in hex by any key, also one that `signRequest` does not sign with. */
export async function hmacHex(key: string, text: string, hash = "SHA-256"): Promise<string> {
  // Web Crypto takes no empty key; HMAC pads a key with zeros, so one zero is the same key.
  const bytes = new TextEncoder().encode(key === "" ? "\0" : key);
  const imported = await crypto.subtle.importKey("raw", bytes, { name: "HMAC", hash }, false, ["sign"]);
  return toHex(await crypto.subtle.sign("HMAC", imported, new TextEncoder().encode(text)));
}

/** What a server with `keys` says to a request, 0 s after it was signed unless told. */
export async function verdict(sent: SentRequest, afterSeconds = 0): Promise<SignatureProblem | "accepted"> {
  const read = readSignatureHeaders(sent.headers, (signedAt + afterSeconds) * 1000);
  if (!read.ok) return read.problem;
  const secrets = Object.entries(keys).find(([id]) => id === read.keyId)?.[1];
  if (secrets === undefined) return "key_unknown";
  return (await checkSignature(read, secrets, sent)) ? "accepted" : "signature_mismatch";
}
