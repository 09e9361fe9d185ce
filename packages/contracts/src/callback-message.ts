import * as z from "zod/mini";
import { leadOutcomes, longestCallbackTexts, mostTwilioFields } from "./callback-limits.ts";

const text = (most: number) => z.string().check(z.maxLength(most));
const optionalText = (most: number) => z.optional(text(most));
const { id: longestId, url: longestUrl, word: longestWord, text: longestText } = longestCallbackTexts;

/** Whose callback it is, by whatever its sender knows of the lead. The first that is there counts, in this order. */
const callbackLeadSchema = z.object({
  lead_public_id: optionalText(longestWord),
  lead_submission_public_id: optionalText(longestWord),
  /** As the payload calls it: `make_send_public_id`. */
  delivery_id: optionalText(longestWord),
  /** The payload's `lead_id`. */
  lead_id: z.optional(z.int()),
  /** The CRM's own id, once it is linked. */
  crm_lead_id: optionalText(longestId),
});
export type CallbackLead = z.infer<typeof callbackLeadSchema>;

const saidByMake = z.object({
  kind: z.literal("execution"),
  delivery_id: text(longestWord),
  /** What the scenario says of its run; `failed`: the lead is not where it should be. */
  result: z.enum(["done", "failed"]),
  /** In the sender's own word. */
  status: optionalText(longestWord),
  execution_url: optionalText(longestUrl),
  error: optionalText(longestText),
  /** Where the scenario made something of it in a CRM. */
  crm_lead_id: optionalText(longestId),
  crm_url: optionalText(longestUrl),
});

const saidByCrm = [
  z.object({
    kind: z.literal("link"),
    lead: callbackLeadSchema,
    crm_lead_id: text(longestId),
    crm_url: optionalText(longestUrl),
  }),
  z.object({
    kind: z.literal("activity"),
    lead: callbackLeadSchema,
    /** Such as `call`, `email`, `meeting`; as the CRM calls it. */
    activity: text(longestWord),
    text: optionalText(longestText),
    by: optionalText(longestId),
    /** The CRM's own id of the activity: it is then taken once. */
    activity_id: optionalText(longestId),
    /** As the CRM wrote it: a date, seconds or milliseconds. */
    happened_at: optionalText(longestWord),
  }),
  z.object({
    kind: z.literal("outcome"),
    lead: callbackLeadSchema,
    outcome: z.enum(leadOutcomes),
    reason: optionalText(longestText),
    /** As the CRM wrote it. */
    value: optionalText(longestWord),
    currency: optionalText(longestWord),
    /** Which destination gives it back, where several have it. */
    destination_id: optionalText(longestWord),
    happened_at: optionalText(longestWord),
  }),
] as const;

const twilioField = z.tuple([text(longestWord), text(longestText)]);
const saidByTwilio = z.object({
  kind: z.literal("twilio"),
  destination_id: text(longestWord),
  /** Only whoever can open the destination's settings can tell whether it holds. */
  signature: text(longestWord),
  url: text(longestText),
  fields: z.array(twilioField).check(z.maxLength(mostTwilioFields)),
});

/**
 * Who let it in. `edge`: the producer saw that its token or secret is good. Where KV could not tell, the consumer looks: at the token, or at
 * the key and the hash of the secret that was shown; no secret is in a message.
 */
const callbackProofSchema = z.discriminatedUnion("by", [
  z.object({ by: z.literal("edge"), client_id: text(longestWord) }),
  z.object({ by: z.literal("token"), token: text(300) }),
  z.object({ by: z.literal("secret"), key: text(longestWord), hash: text(longestWord) }),
  /** Twilio's: by its own signature. */
  z.object({ by: z.literal("signature") }),
]);
export type CallbackProof = z.infer<typeof callbackProofSchema>;

/** On queue `leads`: what somebody who got a lead says came of it. Times are integer milliseconds UTC. */
export const callbackMessageSchema = z.object({
  v: z.literal(1),
  type: z.literal("callback"),
  /** UUIDv7 of the moment it came in: constant over the queue's repetitions. */
  callback_id: text(36),
  received_at: z.int(),
  proof: callbackProofSchema,
  said: z.discriminatedUnion("kind", [saidByMake, ...saidByCrm, saidByTwilio]),
});
export type CallbackMessage = z.infer<typeof callbackMessageSchema>;
export type CallbackSaid = CallbackMessage["said"];

/** Whether a message of queue `leads` is a callback, readable or not. */
export const isCallback = (body: unknown): boolean =>
  typeof body === "object" && body !== null && (body as { type?: unknown }).type === "callback";
