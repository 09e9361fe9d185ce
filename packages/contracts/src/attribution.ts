/**
 * What campaigns and ad platforms append to an address, by its name in lower case; and the id under which Meta has the lead of an instant form, which
 * tools that fetch it pass on. A new name goes behind the others: see `packAttribution`.
 */
export const trackingParameters = [
  "utm_source",
  "utm_medium",
  "utm_campaign",
  "utm_term",
  "utm_content",
  "gclid",
  "gbraid",
  "wbraid",
  "msclkid",
  "fbclid",
  "ttclid",
  "li_fat_id",
  "meta_lead_id",
] as const;
export type TrackingParameter = (typeof trackingParameters)[number];

/** All that is kept of how somebody came. */
export const attributionNames = [...trackingParameters, "landing_page", "referrer"] as const;

/** How somebody came to a submission; null is what nobody told. */
export type Attribution = Record<(typeof attributionNames)[number], string | null>;

/** How a lead came the first time and the latest; null: its submission is older than the keeping of this. */
export interface LeadAttribution {
  first: Attribution | null;
  latest: Attribution | null;
}
