import { allowsUrl, type AllowedHosts } from "./allowed-hosts.ts";

/** Where a caller could be sent after a submission. Header and field values are as the network sent them. */
export interface RedirectChoices {
  hosts: AllowedHosts;
  /** The body's `_next`. */
  next: string | undefined;
  /** The form's own, already known to be http(s). */
  thankYouUrl: string | null;
  origin: string | null;
  referrer: string | null;
  /** Our own page, when nothing else is allowed. */
  ownPage: string;
}

/** The order of design section 4, step 10. Always an absolute http(s) URL, safe as a header value. */
export function chooseRedirect(choices: RedirectChoices): string {
  const { hosts, next, thankYouUrl, ownPage } = choices;
  if (hosts.rules.length === 0) return thankYouUrl ?? ownPage;
  const page = next === undefined && thankYouUrl !== null ? null : findCallingPage(choices);
  const wanted = next === undefined ? null : URL.parse(next, page?.origin);
  if (wanted !== null && allowsUrl(hosts, wanted)) return wanted.href;
  if (thankYouUrl !== null) return thankYouUrl;
  const origin = page?.origin ?? hosts.firstOrigin;
  return origin === null ? ownPage : `${origin}/thank-you`;
}

function findCallingPage({ hosts, origin, referrer }: RedirectChoices): URL | null {
  for (const text of [origin, referrer]) {
    const url = text === null ? null : URL.parse(text);
    if (url !== null && allowsUrl(hosts, url)) return url;
  }
  return null;
}
