import { browserIdPattern, type SessionTotals } from "@leadrelay/contracts/tracking";
import { readVisitorId } from "../identity/read-visitor-id.ts";
import type { Submission } from "../identity/submission.ts";
import type { KnownSession } from "./known-session.ts";
import { joinTotals, noTotals, readTotals } from "./session-totals.ts";

/** The session that somebody submitted in. */
export interface ActiveSession {
  visitor_id: string;
  session_id: string;
  totals: SessionTotals;
  /** Something of it was heard, by a beacon or by the form itself; else only its id is known yet. */
  isHeard: boolean;
}

/** A session ends so long after its last event. */
const sessionIdleMs = 30 * 60_000;

/**
 * The session a submission names, with what its form told of it beside what is stored; else the visitor's latest, where it is not over.
 * Null where nothing names one: a form without the tag, or a browser that blocks it.
 */
export function activeSession(
  { fields, received_at }: Pick<Submission, "fields" | "received_at">,
  known: readonly KnownSession[],
): ActiveSession | null {
  const visitor_id = browserId(fields.visitor_id);
  if (visitor_id === null) return null;
  const named = browserId(fields.session_id);
  const stored =
    named === null
      ? known.find(({ last_seen_at }) => Math.abs(received_at - last_seen_at) <= sessionIdleMs)
      : known.find(({ session_id }) => session_id === named);
  const session_id = named ?? stored?.session_id;
  if (session_id === undefined) return null;
  const told = readTotals(fields.session_totals);
  return {
    visitor_id,
    session_id,
    totals: joinTotals(stored === undefined ? noTotals : totalsOf(stored), told ?? noTotals),
    isHeard: told !== undefined || (stored !== undefined && stored.events > 0),
  };
}

/** As a session is kept under it; null of what names no browser. */
export function browserId(text: string | undefined): string | null {
  const id = readVisitorId(text);
  return id !== null && browserIdPattern.test(id) ? id : null;
}

const totalsOf = ({
  duration_ms,
  scroll_percent,
  clicks,
  page_views,
  events,
  returns,
}: KnownSession): SessionTotals => ({ duration_ms, scroll_percent, clicks, page_views, events, returns });
