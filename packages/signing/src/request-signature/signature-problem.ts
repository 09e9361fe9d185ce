/** What the headers alone can show; found by `readSignatureHeaders`. */
export type SignatureHeaderProblem =
  | "signature_header_missing"
  | "signature_header_doubled"
  | "signature_key_malformed"
  | "signature_timestamp_malformed"
  | "signature_timestamp_skew"
  | "signature_nonce_malformed"
  | "signature_version_unknown"
  | "signature_malformed";

/** What only the keeper of keys and nonces can show; found by the caller. */
type AccessKeyProblem =
  | "signature_mismatch"
  | "signature_nonce_replayed"
  | "key_unknown"
  | "key_revoked"
  | "key_expired";

/** Every reason for which a signed request is refused. */
export type SignatureProblem = SignatureHeaderProblem | AccessKeyProblem;

/** How a refusal is told: `title` is the same for each occurrence, `whatToDo` is for whoever sends the request. */
interface ProblemText {
  title: string;
  whatToDo: string;
}

/** All refusals, in the order in which a request meets them; docs/signing.md shows this table. */
export const signatureProblems: Readonly<Record<SignatureProblem, ProblemText>> = {
  signature_header_missing: {
    title: "A signature header is missing",
    whatToDo:
      "Send `X-LeadRelay-Key`, `X-LeadRelay-Timestamp`, `X-LeadRelay-Nonce` and `X-LeadRelay-Signature`, all four.",
  },
  signature_header_doubled: {
    title: "A signature header was sent more than once",
    whatToDo: "Send each of the four headers once, with no comma in it. Look for a proxy that adds its own.",
  },
  signature_key_malformed: {
    title: "The key id is not one",
    whatToDo:
      "Send the key's id, `lrk_` and 20 characters. The secret, which begins with `lrs_`, is never sent.",
  },
  signature_timestamp_malformed: {
    title: "The timestamp is not a number of seconds",
    whatToDo: "Send the unix time in whole seconds, digits only. Thirteen digits are milliseconds.",
  },
  signature_nonce_malformed: {
    title: "The nonce is malformed",
    whatToDo: "Send 16 to 128 characters out of `A-Z a-z 0-9 _ -`, random for every request.",
  },
  signature_version_unknown: {
    title: "The signature is of a version we do not know",
    whatToDo: "Sign as docs/signing.md describes, and begin the header with `v1=`.",
  },
  signature_malformed: {
    title: "The signature is not one",
    whatToDo: "Send `v1=` and the HMAC as exactly 64 lowercase hexadecimal digits. Base64 is not taken.",
  },
  signature_timestamp_skew: {
    title: "The timestamp is more than 300 seconds away from our time",
    whatToDo: "Set the machine's clock. Sign when you send, and sign each retry anew.",
  },
  key_unknown: {
    title: "There is no such key",
    whatToDo:
      "Compare the key id with the list of access keys, and the address with the installation it is for.",
  },
  key_revoked: {
    title: "The key was revoked",
    whatToDo: "Make a new key. A revoked one never works again.",
  },
  key_expired: {
    title: "The key has expired",
    whatToDo: "Rotate the key or make a new one.",
  },
  signature_mismatch: {
    title: "The signature does not fit the request",
    whatToDo:
      "Compare secret, method, path with query, timestamp, nonce and body with what was sent, byte for byte.",
  },
  signature_nonce_replayed: {
    title: "The nonce was used before",
    whatToDo: "Make a new nonce for every request, also for a retry, and sign anew.",
  },
};
