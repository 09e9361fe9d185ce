import { sessionTotalsSchema, type SessionTotals } from "@leadrelay/contracts/tracking";

export const noTotals: SessionTotals = {
  duration_ms: 0,
  scroll_percent: 0,
  clicks: 0,
  page_views: 0,
  events: 0,
  returns: 0,
};

/** Two tellings of one session as one. */
export const joinTotals = (one: SessionTotals, other: SessionTotals): SessionTotals => ({
  duration_ms: Math.max(one.duration_ms, other.duration_ms),
  scroll_percent: Math.max(one.scroll_percent, other.scroll_percent),
  clicks: Math.max(one.clicks, other.clicks),
  page_views: Math.max(one.page_views, other.page_views),
  events: Math.max(one.events, other.events),
  returns: Math.max(one.returns, other.returns),
});

/** The letters by which a page's tag names them in a form's field, and in which order. */
const letters = {
  d: "duration_ms",
  s: "scroll_percent",
  c: "clicks",
  p: "page_views",
  e: "events",
  r: "returns",
} as const;

/**
 * What a form's hidden field tells of its session, `d61000 s50 c3 p2 e14 r1`: milliseconds, percent, clicks, pages, events, earlier sessions.
 * @returns undefined for anything else, for which nobody loses a lead or a point.
 */
export function readTotals(text: string | undefined): SessionTotals | undefined {
  const told: Record<string, number> = {};
  for (const [, letter = "", digits] of (text ?? "").matchAll(/\b([dscper])(\d{1,9})\b/g)) {
    const name = letters[letter as keyof typeof letters];
    told[name] = Number(digits);
  }
  return sessionTotalsSchema.safeParse(told).data;
}
