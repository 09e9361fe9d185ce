import type { OutgoingRequest } from "@leadrelay/adapters/adapter";

const shortestSecret = 6;
const longestError = 300;
const publicHeaders = new Set(["content-type", "user-agent"]);

/** An error text fit to store and show: without the request's address, its secrets, or contact details a receiver echoed. */
export function redact(
  error: string,
  request: Pick<OutgoingRequest, "url" | "headers"> | null,
  secrets: readonly string[] = [],
): string {
  return withoutContacts(withoutSecrets(error, request, secrets)).slice(0, longestError);
}

/** A text without what looks like an e-mail address or a phone number. */
export const withoutContacts = (text: string): string =>
  text.replaceAll(/[^\s"'<>,;:]+@[^\s"'<>,;:]+/g, "…").replaceAll(/\+?\d[\d\s().-]{5,}\d/g, "…");

/**
 * A receiver's answer without the request's address and secrets, those of the settings, and signed tokens: before it is cut, or a part of one
 * would be left.
 */
export const withoutSecrets = (
  answer: string,
  request: Pick<OutgoingRequest, "url" | "headers"> | null,
  secrets: readonly string[] = [],
): string =>
  withoutTexts(answer, [...(request === null ? [] : secretsOf(request)), ...secrets.flatMap(spellings)]);

/** A text without these, without signed tokens, and without those of `callback_url`s. */
export const withoutTexts = (from: string, texts: readonly string[]): string =>
  texts
    .filter((text) => text.length >= shortestSecret)
    // Longest first, so that a part never leaves the rest of the whole behind.
    .sort((a, b) => b.length - a.length)
    .reduce((text, secret) => text.replaceAll(secret, "…"), from)
    .replaceAll(signedToken, "…")
    .replaceAll(callbackToken, "$1…");

/** A JWT, with which somebody else could sign in (RFC 7519): its first part is always an object. */
const signedToken = /\beyJ[\w-]+\.[\w-]+\.[\w-]+/g;

/** What lets a delivery's callback in, as `callback_url` has it, or a form writes that: a client's id and an Ed25519 signature. */
const callbackToken = /(token(?:=|%3D))[\w-]{1,100}\.[\w-]{86}/gi;

/** A secret as it stands, and as forms, addresses and JSON write it. */
export const spellings = (secret: string): string[] => [
  secret,
  encodeURIComponent(secret),
  new URLSearchParams({ s: secret }).toString().slice(2),
  JSON.stringify(secret).slice(1, -1),
];

/** What of a request could be used by somebody else: its address, and what its headers hold. */
export function secretsOf({ url, headers }: Pick<OutgoingRequest, "url" | "headers">): string[] {
  const parsed = URL.parse(url);
  const segments = parsed === null ? [] : parsed.pathname.split("/");
  const parts =
    parsed === null ? [] : [parsed.href, parsed.pathname + parsed.search, ...parsed.searchParams.values()];
  // What stands behind `Bearer` or `Zoho-oauthtoken` is one without it, too.
  const values = Object.entries(headers).flatMap(([name, value]) =>
    publicHeaders.has(name) ? [] : [value, value.replace(/^\S+ /, "")],
  );
  return [url, ...parts, ...segments, ...segments.map(decoded), ...values];
}

function decoded(segment: string): string {
  try {
    return decodeURIComponent(segment);
  } catch {
    return segment;
  }
}
