import type { LeadsTo, LookUpHost } from "./look-up-host.ts";

/** How long an answer is good, ms: what keeps a delivery from being sent is asked again before its next try. */
const goodForMs: Record<LeadsTo, number> = {
  outside: 300_000,
  inside: 30_000,
  nowhere: 500,
  unknown: 30_000,
};
const mostHosts = 500;

/** Longer than a look-up takes. One that its invocation did not outlive never answers, and nobody is to wait for it for ever. */
const pendingForMs = 5_000;

/** The same look-up, asked once for all that goes to a host within minutes. @param now ms */
export function rememberHosts(lookUp: LookUpHost, now: () => number): LookUpHost {
  const known = new Map<string, { leadsTo: Promise<LeadsTo>; until: number }>();
  return (host) => {
    const at = now();
    const found = known.get(host);
    if (found !== undefined && at < found.until) return found.leadsTo;
    if (known.size >= mostHosts) known.clear();
    const entry = { leadsTo: lookUp(host), until: at + pendingForMs };
    known.set(host, entry);
    void entry.leadsTo.then((leadsTo) => (entry.until = now() + goodForMs[leadsTo]));
    return entry.leadsTo;
  };
}
