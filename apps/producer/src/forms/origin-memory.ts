import { findListedOrigin, type AllowedHosts } from "@leadrelay/core/redirect/allowed-hosts";

/** The network chooses the headers, so how much is remembered is bounded, in number and length. */
const mostOrigins = 200;
const longestRemembered = 300;

/** `findListedOrigin` for a form's hosts, remembered: a form is posted from few pages. */
export function rememberOrigins(hosts: AllowedHosts): (header: string) => string | null {
  const known = new Map<string, string | null>();
  return (header) => {
    const seen = known.get(header);
    if (seen !== undefined) return seen;
    const found = findListedOrigin(hosts, header);
    if (header.length > longestRemembered) return found;
    if (known.size >= mostOrigins) known.clear();
    known.set(header, found);
    return found;
  };
}
