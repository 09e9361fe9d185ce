import type { ActiveSession } from "../sessions/active-session.ts";
import { scoreEngagement, type Engagement } from "./score-engagement.ts";

/** What a lead's destinations are told of the session it came in. */
export interface LeadEngagement extends Engagement {
  duration_seconds: number;
  pages_visited: number;
  return_visits: number;
}

/** Null where nothing was heard of a session: that is unknown, and not cold. */
export function engagementOf(session: ActiveSession | null): LeadEngagement | null {
  if (session === null || !session.isHeard) return null;
  const { duration_ms, page_views, returns } = session.totals;
  return {
    ...scoreEngagement(session.totals),
    duration_seconds: Math.floor(duration_ms / 1000),
    pages_visited: page_views,
    return_visits: returns,
  };
}
