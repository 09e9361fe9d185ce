import { signatureHeaders } from "@leadrelay/signing/request-signature/signature-headers";
import type { RequestToSign } from "@leadrelay/signing/request-signature/sign-request";
import * as fc from "fast-check";
import { keys, signedAt, withHeader, type SentRequest } from "./sent-request.ts";

const word = fc.stringMatching(/^[A-Za-z0-9_.~%-]{0,12}$/);
const anyKey = fc.constantFrom(...Object.entries(keys).map(([keyId, [secret]]) => ({ keyId, secret })));
const anyParts = fc.record({
  method: fc.constantFrom("GET", "POST", "PUT", "PATCH", "DELETE"),
  url: fc
    .tuple(fc.webUrl({ withQueryParameters: true, withFragments: true }), word)
    .map(([url, path]) => new URL(path, url).href),
  body: fc.uint8Array({ maxLength: 200 }).map((bytes) => new Uint8Array(bytes)),
  timestamp: fc.integer({ min: signedAt - 300, max: signedAt + 300 }),
  nonce: fc.stringMatching(/^[A-Za-z0-9_-]{16,128}$/),
});
/** A request as a caller with one of the test's keys signs it. */
export const anyRequest: fc.Arbitrary<RequestToSign> = fc
  .tuple(anyKey, anyParts)
  .map(([key, parts]) => ({ ...key, ...parts }));

/** One of the things a signature covers. */
interface Part {
  /** null: it is not there. */
  of: (sent: SentRequest) => string | null;
  /** `sent` with this part of `other`. */
  put: (sent: SentRequest, other: SentRequest) => SentRequest;
}

const headerPart = (name: keyof typeof signatureHeaders): Part => {
  const of = (sent: SentRequest) => sent.headers.get(signatureHeaders[name]);
  return { of, put: (sent, other) => withHeader(sent, name, of(other)) };
};

/** All that a signature covers, and the signature. */
export const signedParts: Part[] = [
  { of: ({ method }) => method, put: (sent, { method }) => ({ ...sent, method }) },
  { of: ({ url }) => url.replace(/^\w+:\/\/[^/]+|#.*/g, ""), put: (sent, { url }) => ({ ...sent, url }) },
  { of: ({ body }) => JSON.stringify(body), put: (sent, { body }) => ({ ...sent, body }) },
  headerPart("key"),
  headerPart("timestamp"),
  headerPart("nonce"),
  headerPart("signature"),
];
