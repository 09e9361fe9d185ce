/** The four headers of a signed request. */
export const signatureHeaders = {
  key: "X-LeadRelay-Key",
  timestamp: "X-LeadRelay-Timestamp",
  nonce: "X-LeadRelay-Nonce",
  signature: "X-LeadRelay-Signature",
} as const;

/** The name of one of the four. */
export type SignatureHeader = (typeof signatureHeaders)[keyof typeof signatureHeaders];

/** `Headers`, as far as it is needed here. */
export interface HeaderReader {
  get(name: string): string | null;
}

/** True when any of the four is there: such a request is judged by its signature and by nothing else. */
export const carriesSignature = (headers: HeaderReader): boolean =>
  Object.values(signatureHeaders).some((name) => headers.get(name) !== null);
