import * as z from "zod/mini";
import { eventTypes } from "./event-type.ts";

const nullableText = z.nullable(z.string());

/** Under so many identities somebody is remembered at most. */
export const mostSentIdentities = 12;

/**
 * Somebody who was sent while D1 was away, as the rules on repeats need them: in KV under `direct:{client}:{hash}` of each identity, sealed
 * as a whole, for an hour. Times in ms UTC.
 */
export const sentPersonSchema = z.object({
  v: z.literal(1),
  /** The submission they were sent as first, and last. */
  submission_id: z.string(),
  last_sent_as: z.string(),
  /** What each of their newest sends told, and the how-manieth submission of theirs it was. Absent in what was kept before it was told. */
  sent: z.optional(
    z
      .array(z.object({ submission_id: z.string(), event: z.enum(eventTypes), number: z.int() }))
      .check(z.maxLength(mostSentIdentities)),
  ),
  form_id: z.string(),
  is_test: z.boolean(),
  project_key: z.string(),
  identities: z
    .array(z.object({ kind: z.enum(["visitor_id", "email", "phone", "ip"]), value: z.string() }))
    .check(z.maxLength(mostSentIdentities)),
  contact_name: nullableText,
  contact_email: nullableText,
  contact_phone: nullableText,
  visitor_id: nullableText,
  user_agent: nullableText,
  submission_count: z.int(),
  last_submitted_at: z.int(),
  last_sent_at: z.nullable(z.int()),
});
export type SentPerson = z.infer<typeof sentPersonSchema>;

/** A repeat comes soon or never: the memory is for those who post twice, not for people who return. */
export const sentPersonSeconds = 3600;
