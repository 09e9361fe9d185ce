/** A receiver may ask for at most a day; longer waits are cut to this. */
export const longestRetryAfterMs = 24 * 3_600_000;

/** RFC 9110 IMF-fixdate; the two obsolete forms count as garbage. */
const httpDate = /^(Mon|Tue|Wed|Thu|Fri|Sat|Sun), \d{2} [A-Z][a-z]{2} \d{4} \d{2}:\d{2}:\d{2} GMT$/;

/**
 * Reads a `Retry-After` header (RFC 9110 10.2.3): whole seconds or an HTTP date, as ms from `nowMs`.
 * 0 for a date gone by, at most 24 h, null for anything else.
 */
export function parseRetryAfter(header: string | null, nowMs: number): number | null {
  const text = header?.trim() ?? "";
  if (/^\d+$/.test(text)) return Math.min(Number(text) * 1000, longestRetryAfterMs);
  const at = httpDate.test(text) ? Date.parse(text) : Number.NaN;
  return Number.isNaN(at) ? null : Math.min(Math.max(at - nowMs, 0), longestRetryAfterMs);
}
