import * as z from "zod/mini";

/** What KV keeps under `lead_fail_d1:{submission id}` of a lead that waits for D1, or did: no copy of it, and no contact detail. */
export const outageSummarySchema = z.object({
  submission_id: z.string(),
  client_id: z.nullable(z.string()),
  form_key: z.string(),
  /** Failed tries to store it. */
  tries: z.int(),
  /** Of the last try. */
  error: z.string(),
  /** How the last send made without D1 ended, as `dst_1: delivered, dst_2: retry`. */
  sent: z.string(),
  received_at: z.int(),
  failed_at: z.int(),
  /** When it was stored after all; what is kept then is gone a day later. */
  stored_at: z.optional(z.int()),
});
export type OutageSummary = z.infer<typeof outageSummarySchema>;

/** The same, as far as it is read with the key alone: for whoever counts, or looks for their own. */
export const outageMetadataSchema = z.pick(outageSummarySchema, {
  client_id: true,
  form_key: true,
  sent: true,
  received_at: true,
  stored_at: true,
});
export type OutageMetadata = z.infer<typeof outageMetadataSchema>;
