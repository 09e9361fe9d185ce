import * as z from "zod/mini";
import { channelSchema } from "./channel.ts";
import { toldOutcomes } from "./delivery-status.ts";
import { eventTypes } from "./event-type.ts";
import type { SubmissionFields } from "./submission-fields.ts";

const nullableText = z.nullable(z.string());

/** What the edge knows about the caller beside the body. The IP comes only from `cf-connecting-ip`. */
const requestContextSchema = z.object({
  ip: nullableText,
  country: nullableText,
  city: nullableText,
  region: nullableText,
  timezone: nullableText,
  asn: z.nullable(z.number()),
  user_agent: nullableText,
  referrer: nullableText,
});
export type RequestContext = z.infer<typeof requestContextSchema>;

/** The form as the edge's snapshot named it; null when KV could not be asked, then D1 resolves `form_key`. */
const messageFormSchema = z.object({
  form_id: z.string(),
  client_id: z.string(),
  database: z.string(),
  default_region: nullableText,
});

const attemptSchema = z.object({
  number: z.int(),
  outcome: z.enum(toldOutcomes),
  status_code: z.nullable(z.int()),
  error: nullableText,
  started_at: z.int(),
  duration_ms: z.int(),
});
export type DirectAttempt = z.infer<typeof attemptSchema>;

/** The source that a submission came by, and that source's own id of the lead; null: it has none. */
const messageSourceSchema = z.object({ id: z.string(), lead_key: nullableText });

/** State that must outlive a D1 outage: it travels in the message because there is nowhere else to keep it. */
const outageSchema = z.object({
  tries: z.int(),
  /** When a commit was last tried whose outcome is unknown (ms); null while no commit can have happened. */
  commit_attempted_at: z.nullable(z.int()),
  /** Sends made while D1 was down, by destination id. */
  direct: z.record(z.string(), z.array(attemptSchema)),
  /** What those sends tell: judged before the first of them. Absent while nothing is judged, and in older messages: `lead.created`. */
  event: z.optional(z.enum(eventTypes)),
  /** The how-manieth submission of its person it was judged to be, as far as that is known. Absent in older messages: the first. */
  submission_number: z.optional(z.int()),
  /** Judged a repeat, and not sent without D1: of this submission, which was; null: of a lead that D1 has. */
  repeats: z.optional(z.nullable(z.string())),
});
export type Outage = z.infer<typeof outageSchema>;

/**
 * One accepted submission on queue `leads`. Times are integer milliseconds UTC.
 * `payload` is the whole parsed body; null when it was too big and lies in KV `payload:{submission_id}`.
 */
export const submissionMessageSchema = z.object({
  v: z.literal(1),
  type: z.literal("submission"),
  submission_id: z.string(),
  received_at: z.int(),
  form_key: z.string(),
  form: z.nullable(messageFormSchema),
  channel: channelSchema,
  /** Absent for what a form posted. */
  source: z.optional(messageSourceSchema),
  /** Its honeypot is filled, and nobody has said since that a person sent it. */
  is_bot: z.boolean(),
  /** `kept`: a filled honeypot, to be kept apart · `released`: kept apart until a person let it through. Absent in all others. */
  quarantine: z.optional(z.enum(["kept", "released"])),
  /** Its address posts to this form faster than the intake rate; a mark, never a reason to refuse. Absent in older messages. */
  over_rate: z.optional(z.boolean()),
  /** It had `Sec-Fetch-Site`, which every browser says and no page can. Absent in all others, and in older messages. */
  by_browser: z.optional(z.boolean()),
  /** Its address is on the client's list, and a person let this one through. Absent in all others. */
  block_lifted: z.optional(z.boolean()),
  fields: z.record(z.string(), z.string()),
  /** What else the body had for a phone number, where the first may be none; in order, at most four. Absent where there is nothing. */
  other_phones: z.optional(z.array(z.string())),
  payload: z.nullable(z.record(z.string(), z.unknown())),
  /** Remarks on the body, such as a skipped file part; shown to operators. */
  notes: z.array(z.string()),
  context: requestContextSchema,
  outage: z.optional(outageSchema),
});
export type SubmissionMessage = Omit<z.infer<typeof submissionMessageSchema>, "fields"> & {
  fields: SubmissionFields;
};
