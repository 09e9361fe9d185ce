import * as z from "zod/mini";

/**
 * Why a post became no submission. `no_contact`: no e-mail and no phone was found in it, as with a wrong mapping · `invalid_contact`: what
 * there was of them reaches nobody · `unverified`: it came to a source, and its signature or key was not that source's.
 */
export const refusalReasons = [
  "no_contact",
  "invalid_contact",
  "empty_body",
  "unreadable_body",
  "unsupported_body",
  "too_large",
  "too_many_fields",
  "bad_idempotency_key",
  "unverified",
] as const;
export type RefusalReason = (typeof refusalReasons)[number];

/** Filled honeypots, by what became of them. What is quarantined the consumer counts, as it keeps it. */
export const honeypotReasons = ["honeypot", "honeypot_quarantined", "honeypot_let_through"] as const;
export type HoneypotReason = (typeof honeypotReasons)[number];

/** What the producer counts of a form's posts, beside those that it takes and says no more of. */
const intakeReasons = [...refusalReasons, ...honeypotReasons] as const;
export type IntakeReason = (typeof intakeReasons)[number];

export const isRefusal = (reason: IntakeReason): reason is RefusalReason =>
  (refusalReasons as readonly IntakeReason[]).includes(reason);

export const mostCountsInMessage = 50;
export const mostFieldNames = 12;
export const longestFieldName = 40;

/** Posts of one form that ended alike. */
const intakeCountSchema = z.object({
  form: z.object({
    form_id: z.string().check(z.maxLength(100)),
    client_id: z.string().check(z.maxLength(100)),
    database: z.string().check(z.maxLength(100)),
  }),
  reason: z.enum(intakeReasons),
  count: z.int().check(z.minimum(1)),
  /** When the last of them came, ms UTC. */
  at: z.int(),
  /** What the fields of the last one were called, cleaned; never what was in them. */
  fields: z.optional(
    z.array(z.string().check(z.maxLength(longestFieldName))).check(z.maxLength(mostFieldNames)),
  ),
});
export type IntakeCount = z.infer<typeof intakeCountSchema>;

/**
 * On queue `leads`: what an isolate of the producer counted in the last seconds. A count and no lead: one that is lost is counted by
 * nobody, one that comes twice counts twice.
 */
export const intakeCountsSchema = z.object({
  v: z.literal(1),
  type: z.literal("intake_counts"),
  counts: z.array(intakeCountSchema).check(z.maxLength(mostCountsInMessage)),
});
export type IntakeCounts = z.infer<typeof intakeCountsSchema>;

/** Whether a message of queue `leads` only counts, readable or not: nothing of it is worth a dead letter. */
export const isIntakeCounts = (body: unknown): boolean =>
  typeof body === "object" && body !== null && (body as { type?: unknown }).type === "intake_counts";
