import type { SessionTotals } from "@leadrelay/contracts/tracking";

/** From least to most. */
export const engagementLabels = ["Cold", "Warm", "Hot", "Very Hot"] as const;
export type EngagementLabel = (typeof engagementLabels)[number];

/** What a session says of how interested somebody is. */
export interface Engagement {
  /** 0–100, whole. */
  score: number;
  label: EngagementLabel;
}

const most = { duration: 35, scroll: 30, clicks: 20, returns: 15 };
const msAPoint = 10_000;
const pointsAReturn = 5;

/**
 * A point for each full 10 s, up to 35 · 30 for the whole page scrolled, in proportion · one a click, up to 20 · five for each earlier
 * session, up to 15. Pages do not count: many sites have one.
 */
export function scoreEngagement({ duration_ms, scroll_percent, clicks, returns }: SessionTotals): Engagement {
  const score =
    Math.min(most.duration, Math.floor(duration_ms / msAPoint)) +
    Math.min(most.scroll, Math.floor((scroll_percent * most.scroll) / 100)) +
    Math.min(most.clicks, clicks) +
    Math.min(most.returns, returns * pointsAReturn);
  return { score, label: engagementLabel(score) };
}

/** Cold to 20 · Warm to 45 · Hot to 70 · Very Hot. */
export function engagementLabel(score: number): EngagementLabel {
  if (score <= 20) return "Cold";
  if (score <= 45) return "Warm";
  return score <= 70 ? "Hot" : "Very Hot";
}
