import { sql } from "kysely";

/** A place among submissions, newest first: of the index `lead_submissions_submitted`, then the client. */
export type SubmittedKey = readonly [
  submittedAt: number,
  leadId: number,
  submissionNumber: number,
  clientId: string,
];

/** Where the submissions of before a time begin, newest first. */
export const startOfPeriod = (until = Number.MAX_SAFE_INTEGER): SubmittedKey => [until, 0, 0, ""];

/** SQL: the submission `s` comes after this place. */
export const submittedBefore = ([at, lead, number, client]: SubmittedKey) =>
  sql`(s.submitted_at, s.lead_id, s.submission_number, s.client_id) < (${at}, ${lead}, ${number}, ${client})`;

export const submittedOrder = sql`s.submitted_at DESC, s.lead_id DESC, s.submission_number DESC`;
