import { scoreEngagement } from "../engagement/score-engagement.ts";
import type { Submission } from "../identity/submission.ts";
import type { ActiveSession } from "../sessions/active-session.ts";
import { networkOf } from "../sessions/network-of.ts";
import type { KnownSession, SessionFacts } from "../sessions/known-session.ts";
import { hostingNetworks } from "./hosting-networks.ts";

/** What a submission's sessions say of it, where its form has the tag. */
export interface SessionSignals {
  /** No browser sent it, and none had a session. */
  noSession: boolean;
  /** It came in a session in which nothing happened. */
  zeroEngagement: boolean;
  /** 0–100: how much its network looks like a disguise. */
  vpnScore: number;
  /** Of this browser or address in the last 24 hours, this one included. */
  submissions: number;
}

const dayMs = 86_400_000;
/** A tag that was not heard of for so long is off the page. */
const tagTrustedMs = 7 * dayMs;

/** A form whose tag was heard of last at that moment, ms; null, or absent: never. */
interface Tagged {
  tracker_seen_at?: number | null;
}

/** Whether a form's tag is at work: where it is not, nothing can be said of who has no session. */
export const hasTag = ({ tracker_seen_at = null }: Tagged, atMs: number): boolean =>
  tracker_seen_at !== null && atMs - tracker_seen_at <= tagTrustedMs;

interface Known {
  form: Tagged;
  session: ActiveSession | null;
  facts: SessionFacts | undefined;
  /** Submissions of this browser or address in the same batch, before it. */
  before: number;
}

/**
 * Null where the form's tag is not at work. A browser says of itself that it is one (`Sec-Fetch-Site`); one of those without a session
 * has a blocker, and no point is counted for that.
 */
export function sessionSignals(
  submission: Submission,
  { form, session, facts, before }: Known,
): SessionSignals | null {
  if (!hasTag(form, submission.received_at)) return null;
  const ofVisitor = facts?.ofVisitor ?? [];
  const lately = ofVisitor.filter(({ last_seen_at }) => submission.received_at - last_seen_at < dayMs);
  const submitted = ofVisitor
    .filter(({ submitted_at }) => submitted_at !== null && submission.received_at - submitted_at < dayMs)
    .reduce((sum, { submissions }) => sum + submissions, 0);
  return {
    noSession: session === null && submission.by_browser !== true && (facts?.atNetwork?.sessions ?? 0) === 0,
    zeroEngagement: session !== null && session.isHeard && scoreEngagement(session.totals).score === 0,
    vpnScore: vpnScore(submission, session, lately),
    submissions: 1 + before + Math.max(submitted, facts?.atNetwork?.submissions ?? 0),
  };
}

/** Points of a network that hides who sends; their sum is 24. */
const vpnPoints = { hosting: 3, networks: 5, asns: 5, sessions: 3, asnChanged: 5, bot: 3 };
const highestVpn = Object.values(vpnPoints).reduce((sum, points) => sum + points, 0);

function vpnScore(
  { context, received_at }: Submission,
  session: ActiveSession | null,
  lately: readonly KnownSession[],
): number {
  const networks = new Set(
    [...lately.map(({ network }) => network), networkOf(context.ip)].filter((one) => one !== ""),
  );
  const asns = new Set([...lately.map(({ asn }) => asn), context.asn].filter((asn) => asn !== null));
  const [last] = lately
    .filter(({ session_id, started_at }) => session_id !== session?.session_id && started_at <= received_at)
    .toSorted((one, other) => other.last_seen_at - one.last_seen_at);
  const botScore = lately.find(({ session_id }) => session_id === session?.session_id)?.bot_score ?? null;
  const present: Record<keyof typeof vpnPoints, boolean> = {
    hosting: context.asn !== null && hostingNetworks.has(context.asn),
    networks: networks.size > 3,
    asns: asns.size > 2,
    sessions: lately.length > 10,
    asnChanged: last !== undefined && last.asn !== null && context.asn !== null && last.asn !== context.asn,
    bot: botScore !== null && botScore <= 30,
  };
  const points = Object.entries(vpnPoints)
    .filter(([name]) => present[name as keyof typeof vpnPoints])
    .reduce((sum, [, its]) => sum + its, 0);
  return (points * 100) / highestVpn;
}

/** Over 50 high, over 20 moderate. */
export function vpnTier(score: number): "high" | "moderate" | null {
  if (score > 50) return "high";
  return score > 20 ? "moderate" : null;
}
