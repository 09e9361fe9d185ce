import { trackingParameters, type TrackingParameter } from "@leadrelay/contracts/attribution";

const known: ReadonlySet<string> = new Set(trackingParameters);

/** The parameter a name in an address stands for: in any case, also where `&` was written as HTML writes it. */
export function trackingName(name: string): TrackingParameter | undefined {
  const plain = name.trim().toLowerCase().replace(/^amp;/, "");
  return known.has(plain) ? (plain as TrackingParameter) : undefined;
}

/**
 * What an address says of the campaign, in its query or, as pages of one script have it, in its fragment. Of several values the first
 * that `read` takes for one counts. The address need not be whole: `/lake?utm_source=x` has a query, too.
 */
export function trackingIn(
  address: string | null,
  read: (name: TrackingParameter, typed: string) => string | null,
): Partial<Record<TrackingParameter, string>> {
  const found: Partial<Record<TrackingParameter, string>> = {};
  if (address === null) return found;
  for (const query of queriesOf(address))
    for (const [typed, value] of new URLSearchParams(query)) {
      const name = trackingName(typed);
      if (name === undefined || found[name] !== undefined) continue;
      const text = read(name, value);
      if (text !== null) found[name] = text;
    }
  return found;
}

function queriesOf(address: string): string[] {
  const page = address.replace(/#.*$/s, "");
  const fragment = address.slice(page.length + 1);
  return [page.replace(/^[^?]*\??/, ""), fragment.slice(fragment.indexOf("?") + 1)];
}
