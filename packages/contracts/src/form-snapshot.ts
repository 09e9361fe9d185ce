import * as z from "zod/mini";

/** What the edge must know about a form, in KV under `config:form:{formKey}`. Nothing secret is in it. */
export const formSnapshotSchema = z.object({
  v: z.literal(1),
  form_id: z.string(),
  client_id: z.string(),
  database: z.string(),
  /** Hosts a submission may come from and be redirected to; `*.example.com` covers every subdomain. Empty: any origin may post, none is a redirect target. */
  allowed_hosts: z.array(z.string()),
  thank_you_url: z.nullable(z.string()),
  redirect_status: z.union([z.literal(301), z.literal(302), z.literal(303)]),
  /** Whether filled honeypots are kept back; null: the Worker's `BOT_LEAD_DETECTION` applies. */
  bot_detection: z.nullable(z.boolean()),
  /** They are quarantined instead of dropped. Absent otherwise, and in snapshots of before. */
  honeypot_mode: z.optional(z.literal("quarantine")),
  /** The form's own field names → ours, beside the built-in aliases. */
  field_mapping: z.record(z.string(), z.string()),
  /** ISO 3166 region for phone numbers typed without a country code. */
  default_region: z.nullable(z.string()),
  /** A `HostedPageAtEdge`, read where it is shown: one that cannot be read keeps no lead away. Absent where the form has none. */
  hosted_page: z.optional(z.unknown()),
});
export type FormSnapshot = z.infer<typeof formSnapshotSchema>;
