import { allowsUrl, type AllowedHosts } from "./allowed-hosts.ts";

/** Where a caller could be sent after a submission. */
export interface RedirectChoices {
  hosts: AllowedHosts;
  /** The body's `_next`, as the network sent it. */
  next: string | undefined;
  /** The form's own, already known to be http(s). */
  thankYouUrl: string | null;
  /** Of the page that posted, if it is on a listed host. */
  callingOrigin: string | null;
  /** Our own page, when nothing else is allowed. */
  ownPage: string;
}

/** `_next`, the form's own URL, `/thank-you` on the page's host, on the first allowed host, our own page. Always an absolute http(s) URL, safe as a header value. */
export function chooseRedirect(choices: RedirectChoices): string {
  const { hosts, next, thankYouUrl, callingOrigin, ownPage } = choices;
  const wanted = next === undefined ? null : URL.parse(next, callingOrigin ?? undefined);
  if (wanted !== null && allowsUrl(hosts, wanted)) return wanted.href;
  if (thankYouUrl !== null) return thankYouUrl;
  const origin = callingOrigin ?? hosts.firstOrigin;
  return origin === null ? ownPage : `${origin}/thank-you`;
}
