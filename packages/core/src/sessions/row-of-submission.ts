import type { Submission } from "../identity/submission.ts";
import type { ActiveSession } from "./active-session.ts";
import { networkOf } from "./network-of.ts";
import type { SessionRow } from "./session-row.ts";

const dayMs = 86_400_000;
const longestAddress = 500;

/** What a submission says of its session: that there is one, what the form told of it, and whose lead it made. */
export function rowOfSubmission(
  { client_id, form_id, received_at, context, attribution }: Submission,
  { visitor_id, session_id, totals }: ActiveSession,
  { lead_id, told_score }: { lead_id: number; told_score: number | null },
): SessionRow {
  return {
    client_id,
    visitor_id,
    session_id,
    form_id,
    day: Math.floor(received_at / dayMs),
    network: networkOf(context.ip),
    started_at: received_at - totals.duration_ms,
    last_seen_at: received_at,
    ...totals,
    first_page: attribution.landing_page?.slice(0, longestAddress) ?? null,
    referrer: attribution.referrer?.slice(0, longestAddress) ?? null,
    asn: context.asn,
    country: context.country,
    bot_score: null,
    seen_json: null,
    lead_id,
    submissions: 1,
    submitted_at: received_at,
    told_score,
  };
}
