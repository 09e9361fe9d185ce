/** The fields LeadRelay understands by name; everything else stays in the payload. */
export const knownFields = [
  "name",
  "email",
  "phone",
  "country_code",
  "project",
  "location",
  "team",
  "source",
  "keyword",
  "message",
  "cta",
  "page_url",
  "landing_page",
  "referrer",
  "gclid",
  "gbraid",
  "wbraid",
  "msclkid",
  "fbclid",
  "ttclid",
  "li_fat_id",
  "meta_lead_id",
  "visitor_id",
  "session_id",
  "session_totals",
  "honeypot",
  "time_to_submit",
] as const;
export type KnownField = (typeof knownFields)[number] | `utm_${string}`;

/** Known fields as trimmed text; an absent or blank field has no key. */
export type SubmissionFields = Partial<Record<KnownField, string>>;
