import { findListedOrigin, type AllowedHosts } from "@leadrelay/core/redirect/allowed-hosts";

/** The network chooses the headers, so what is remembered is bounded. */
const mostOrigins = 200;

/** `findListedOrigin` for a form's hosts, remembered: a form is posted from few pages. */
export function rememberOrigins(hosts: AllowedHosts): (header: string) => string | null {
  const known = new Map<string, string | null>();
  return (header) => {
    const seen = known.get(header);
    if (seen !== undefined) return seen;
    if (known.size >= mostOrigins) known.clear();
    const found = findListedOrigin(hosts, header);
    known.set(header, found);
    return found;
  };
}
