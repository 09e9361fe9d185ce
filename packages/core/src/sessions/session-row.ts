import type { SessionTotals, TrackingMessage } from "@leadrelay/contracts/tracking";

/** A session as it is written, or added to what is written of it. Times in ms UTC. */
export interface SessionRow extends SessionTotals {
  client_id: string;
  visitor_id: string;
  session_id: string;
  form_id: string;
  /** UTC day. */
  day: number;
  /** '' where none is known. */
  network: string;
  started_at: number;
  last_seen_at: number;
  first_page: string | null;
  referrer: string | null;
  asn: number | null;
  country: string | null;
  bot_score: number | null;
  seen_json: string | null;
  /** Of the lead that was submitted in it; null: this tells of none. */
  lead_id: number | null;
  /** Submissions that this tells of. */
  submissions: number;
  submitted_at: number | null;
  told_score: number | null;
}

const dayMs = 86_400_000;

/** What a beacon tells of its session. It began as long before as the browser says, by our clock. */
export const rowOfBeacon = ({
  received_at,
  client_id,
  form_id,
  visitor_id,
  session_id,
  totals,
  seen,
  network,
  ...rest
}: TrackingMessage): SessionRow => ({
  client_id,
  visitor_id,
  session_id,
  form_id,
  day: Math.floor(received_at / dayMs),
  network: network ?? "",
  started_at: received_at - totals.duration_ms,
  last_seen_at: received_at,
  ...totals,
  first_page: rest.first_page,
  referrer: rest.referrer,
  asn: rest.asn,
  country: rest.country,
  bot_score: rest.bot_score,
  seen_json: Object.keys(seen).length === 0 ? null : JSON.stringify(seen),
  lead_id: null,
  submissions: 0,
  submitted_at: null,
  told_score: null,
});

const keyOf = ({ client_id, visitor_id, session_id }: SessionRow) =>
  JSON.stringify([client_id, visitor_id, session_id]);

/** One row a session, so that however many beacons tell of it, it is written once. */
export function foldRows(rows: readonly SessionRow[]): SessionRow[] {
  const folded = new Map<string, SessionRow>();
  for (const row of rows) {
    const found = folded.get(keyOf(row));
    folded.set(keyOf(row), found === undefined ? row : joinRows(found, row));
  }
  return [...folded.values()];
}

const later = (one: number | null, other: number | null) =>
  one === null || other === null ? (one ?? other) : Math.max(one, other);
const least = (one: number | null, other: number | null) =>
  one === null || other === null ? (one ?? other) : Math.min(one, other);

/** The same as the upsert does with a row that stands: what was told first of how it began, the greater of what grows. */
function joinRows(one: SessionRow, other: SessionRow): SessionRow {
  const isLater = (other.submitted_at ?? 0) >= (one.submitted_at ?? 0) && other.lead_id !== null;
  return {
    ...one,
    day: Math.min(one.day, other.day),
    started_at: Math.min(one.started_at, other.started_at),
    last_seen_at: Math.max(one.last_seen_at, other.last_seen_at),
    duration_ms: Math.max(one.duration_ms, other.duration_ms),
    scroll_percent: Math.max(one.scroll_percent, other.scroll_percent),
    clicks: Math.max(one.clicks, other.clicks),
    page_views: Math.max(one.page_views, other.page_views),
    events: Math.max(one.events, other.events),
    returns: Math.max(one.returns, other.returns),
    first_page: one.first_page ?? other.first_page,
    referrer: one.referrer ?? other.referrer,
    asn: one.asn ?? other.asn,
    country: one.country ?? other.country,
    bot_score: least(one.bot_score, other.bot_score),
    seen_json: joinSeen(one.seen_json, other.seen_json),
    lead_id: isLater ? other.lead_id : one.lead_id,
    told_score: isLater ? other.told_score : one.told_score,
    submissions: one.submissions + other.submissions,
    submitted_at: later(one.submitted_at, other.submitted_at),
  };
}

function joinSeen(one: string | null, other: string | null): string | null {
  if (one === null || other === null) return one ?? other;
  return JSON.stringify({ ...parsed(one), ...parsed(other) });
}

const parsed = (text: string): object => {
  const value: unknown = JSON.parse(text);
  return typeof value === "object" && value !== null ? value : {};
};
