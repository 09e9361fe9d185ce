import type { QuarantinedRow } from "./commit-plan.ts";
import type { Submission } from "../identity/submission.ts";

const keptMs = 30 * 86_400_000;

/** All that is kept of a submission with a filled honeypot, for 30 days: nothing of it is in leads or submissions, nothing is sent. */
export const quarantinedRow = (
  submission: Submission,
  { message_json }: { message_json: string },
): QuarantinedRow => ({
  client_id: submission.client_id,
  public_id: submission.submission_id,
  form_id: submission.form_id,
  contact_name: submission.contact.name,
  contact_email: submission.contact.email,
  contact_phone: submission.contact.phone,
  project: submission.fields.project ?? null,
  payload_json: submission.payload_json,
  message_json,
  submitted_at: submission.received_at,
  expires_at: submission.received_at + keptMs,
});
