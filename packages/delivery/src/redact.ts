import type { OutgoingRequest } from "@leadrelay/adapters/adapter";
import { urlHint } from "@leadrelay/adapters/url-hint";

const shortestSecret = 6;
const longestError = 300;
const publicHeaders = new Set(["content-type", "user-agent"]);

/** An error text fit to store and show: without the request's address, its secrets, or contact details a receiver echoed. */
export function redact(error: string, request: Pick<OutgoingRequest, "url" | "headers"> | null): string {
  return (request === null ? error : withoutSecrets(error, request))
    .replaceAll(/[^\s"'<>,;:]+@[^\s"'<>,;:]+/g, "…")
    .replaceAll(/\+?\d[\d\s().-]{5,}\d/g, "…")
    .slice(0, longestError);
}

/** A receiver's answer without the request's address and secrets: before it is cut, or a part of one would be left. */
export const withoutSecrets = (answer: string, request: Pick<OutgoingRequest, "url" | "headers">): string =>
  secretsOf(request).reduce((text, secret) => text.replaceAll(secret, "…"), answer);

/** A request as somebody may see it: where to enough to recognise it by, of its headers the names, its body without what those say. */
export const shownRequest = (request: OutgoingRequest): OutgoingRequest => ({
  ...request,
  url: URL.canParse(request.url) ? urlHint(request.url) : "…",
  headers: Object.fromEntries(
    Object.entries(request.headers).map(([name, value]) => [name, publicHeaders.has(name) ? value : "…"]),
  ),
  body: withoutSecrets(request.body, request),
});

/** Longest first, so that a part never leaves the rest of the whole behind. */
function secretsOf({ url, headers }: Pick<OutgoingRequest, "url" | "headers">): string[] {
  const parsed = URL.parse(url);
  const segments = parsed === null ? [] : parsed.pathname.split("/");
  const parts =
    parsed === null ? [] : [parsed.href, parsed.pathname + parsed.search, ...parsed.searchParams.values()];
  const values = Object.entries(headers).flatMap(([name, value]) => (publicHeaders.has(name) ? [] : [value]));
  return [url, ...parts, ...segments, ...segments.map(decoded), ...values]
    .filter((text) => text.length >= shortestSecret)
    .sort((a, b) => b.length - a.length);
}

function decoded(segment: string): string {
  try {
    return decodeURIComponent(segment);
  } catch {
    return segment;
  }
}
