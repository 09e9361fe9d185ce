import type { TrackingParameter } from "@leadrelay/contracts/attribution";

/** A campaign's name is cut; a click id of which a part is missing is none. */
const longestUtm = 250;
const longestClickId = 500;

/** What a page's script or an ad platform writes where it had nothing to write, or did not fill in its template. */
const saysNothing =
  /^(?:undefined|null|nan|n\/a|\(?not set\)?|[-_.]+|\{.*\}|\[.*\]|<.*>|%.*%|\$\{.*\}|__[A-Z_]+__)$/is;

/** A parameter's value as it is kept, or null where it tells nothing. */
export function trackingValue(name: TrackingParameter, typed: string): string | null {
  const text = typed.replace(/\p{Cc}+/gu, " ").trim();
  if (text === "" || saysNothing.test(text)) return null;
  if (name.startsWith("utm_")) return text.slice(0, longestUtm).toWellFormed().trim();
  return text.length > longestClickId || /\s/.test(text) ? null : text;
}
