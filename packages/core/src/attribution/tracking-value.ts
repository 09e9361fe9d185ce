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
  // Meta's own exports write it as `l:1234567890123456`.
  const value = keptValue(name, name === "meta_lead_id" ? typed.replace(/^\s*l:/, "") : typed);
  if (name === "meta_lead_id" && !/^\d{10,20}$/.test(value ?? "")) return null;
  return value === null || isUnset(value) || notTold.test(value) ? null : value;
}
