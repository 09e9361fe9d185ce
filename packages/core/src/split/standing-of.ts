import { packAttribution } from "../attribution/pack-attribution.ts";
import { parseAttribution } from "../attribution/parse-attribution.ts";
import type { LeadRow } from "../decide/commit-plan.ts";
import { emailOf } from "../decide/email-of.ts";
import { readVisitorId } from "../identity/read-visitor-id.ts";
import type { SplitSubmission } from "./split-facts.ts";

type Standing = Pick<
  LeadRow,
  | "contact_name"
  | "contact_email"
  | "contact_phone"
  | "visitor_id"
  | "user_agent"
  | "suspicion_score"
  | "first_submitted_at"
  | "last_submitted_at"
  | "first_attribution_json"
  | "latest_attribution_json"
>;

/** In the order they came in. */
export const inOrder = (submissions: readonly SplitSubmission[]): SplitSubmission[] =>
  submissions.toSorted(
    (one, other) => one.submitted_at - other.submitted_at || one.submission_number - other.submission_number,
  );

/** A lead as these submissions alone make it: what was given last counts, what cannot be read only where nothing else was given. */
export function standingOf(submissions: readonly SplitSubmission[]): Standing {
  const all = inOrder(submissions);
  const [first, last] = [all[0], all.at(-1)];
  if (first === undefined || last === undefined) throw new Error("A lead has a submission");
  return {
    contact_name: newest(all.map(({ contact_name }) => contact_name)),
    contact_email:
      newest(all.map((one) => (emailOf(one) === null ? null : one.contact_email))) ??
      oldest(all.map(({ contact_email }) => contact_email)),
    contact_phone:
      newest(all.map(({ contact_phone: phone }) => (isFormatted(phone) ? phone : null))) ??
      oldest(all.map(({ contact_phone }) => contact_phone)),
    visitor_id: newest(all.map(visitorOf)),
    user_agent: newest(all.map(({ frozen }) => frozen?.payload.user_agent ?? null)),
    suspicion_score: last.trace?.suspicion.score ?? 0,
    first_submitted_at: first.submitted_at,
    last_submitted_at: last.submitted_at,
    first_attribution_json: attributionOf(first),
    latest_attribution_json: attributionOf(last),
  };
}

/** The browser it came from, as far as something told keeps it. */
export const visitorOf = ({ frozen }: SplitSubmission): string | null =>
  readVisitorId(frozen?.payload.visitor_id);

/** One that could be read is kept formatted. */
const isFormatted = (phone: string | null) => /^\+\d{1,3}-\d/.test(phone ?? "");

const newest = (values: readonly (string | null)[]) => values.findLast((value) => value !== null) ?? null;
const oldest = (values: readonly (string | null)[]) => values.find((value) => value !== null) ?? null;

function attributionOf({ attribution_json, page_url }: SplitSubmission): string | null {
  const attribution = parseAttribution(attribution_json, page_url);
  return attribution === null ? null : packAttribution(attribution);
}
