import type { BlockedRow } from "./commit-plan.ts";
import type { Submission } from "../identity/submission.ts";

/** What the edge knew of a blocked submission beside its payload. */
export interface BlockedRequest extends Pick<
  Submission,
  "channel" | "is_bot" | "over_rate" | "fields" | "other_phones" | "notes" | "context"
> {
  /** Its honeypot is filled too. */
  honeypot: boolean;
}

/** The one trace a blocked address leaves: nothing in leads or submissions, nothing sent. */
export const blockedRow = (submission: Submission, cidr: string): BlockedRow => ({
  client_id: submission.client_id,
  public_id: submission.submission_id,
  form_id: submission.form_id,
  ip: submission.context.ip ?? "",
  matched_cidr: cidr,
  country: submission.context.country,
  referrer: submission.context.referrer,
  contact_name: submission.contact.name,
  contact_email: submission.contact.email,
  contact_phone: submission.contact.phone,
  project: submission.fields.project ?? null,
  payload_json: submission.payload_json,
  submitted_at: submission.received_at,
  request_json: JSON.stringify(requestOf(submission)),
});

const requestOf = ({ quarantine, ...submission }: Submission): BlockedRequest => ({
  honeypot: quarantine !== undefined,
  ...known(submission),
});

const known = ({
  channel,
  is_bot,
  over_rate,
  fields,
  other_phones,
  notes,
  context,
}: Omit<Submission, "quarantine">) => ({ channel, is_bot, over_rate, fields, other_phones, notes, context });
