import type { TrackingParameter } from "@leadrelay/contracts/attribution";
import { isUnset } from "../placeholders/says-nothing.ts";
import { keptValue } from "./kept-value.ts";

/** Of analytics, for what they could not tell. */
const notTold = /^(?:\(?not set\)?|n\/a)$/i;

/**
 * A parameter's value as it is kept, or null where it tells nothing: what a page's script writes where it has nothing to write, or an
 * ad platform that did not fill in its template (`{{campaign.name}}`, `__CAMPAIGN_NAME__`).
 */
export function trackingValue(name: TrackingParameter, typed: string): string | null {
  const value = keptValue(name, typed);
  return value === null || isUnset(value) || notTold.test(value) ? null : value;
}
