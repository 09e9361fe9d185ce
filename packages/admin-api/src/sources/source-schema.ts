import { z } from "@hono/zod-openapi";
import { sourceKinds } from "@leadrelay/sources/doors";
import { publishedSchema } from "../publishing/published.ts";

export const sourceKind = z.enum(sourceKinds);

export const sourceSchema = z
  .object({
    id: z.string().openapi({ example: "src_0199c0de-0000-7000-8000-000000000001" }),
    client_id: z.string(),
    form_id: z.string().openapi({ description: "Whose mapping, policies and destinations its leads have." }),
    name: z.string(),
    kind: sourceKind,
    key_hint: z.string().openapi({
      description:
        "What its address or key is recognised by: of a `signed` one the key's id, of others the end of the private address.",
      example: "…Zk3w",
    }),
    previous_keys_until: z.int().nullable().openapi({
      description: "Until when an address that was rotated still takes leads, ms UTC; null: no longer.",
    }),
    settings: z
      .record(z.string(), z.union([z.string(), z.boolean()]))
      .nullable()
      .openapi({
        description: "Enough to recognise them by. null: this installation's master key opens them no more.",
        example: { has_google_key: true },
      }),
    previous_settings_until: z.int().nullable().openapi({
      description: "Until when the secret before lets in, too, ms UTC; null: no longer.",
    }),
    enabled: z.boolean().openapi({ description: "While false, whoever posts is told to try again later." }),
    snapshot: publishedSchema,
    created_at: z.int().openapi({ description: "Milliseconds UTC." }),
    updated_at: z.int(),
    deleted_at: z.int().nullable(),
  })
  .openapi("Source");

const lastLeadAt = z
  .int()
  .nullable()
  .openapi({ description: "When its last lead came, ms UTC; null: none has come yet." });

export const listedSourceSchema = sourceSchema.extend({ last_lead_at: lastLeadAt }).openapi("ListedSource");

export const mostNewestLeads = 10;

export const sourceDetailsSchema = sourceSchema
  .extend({
    last_lead_at: lastLeadAt,
    newest_leads: z
      .array(z.object({ submission_id: z.string(), received_at: z.int() }))
      .openapi({ description: `What came by it, newest first, at most ${mostNewestLeads}.` }),
    title: z.string().openapi({ example: "Google Ads lead forms" }),
    guide: z
      .array(z.string())
      .openapi({ description: "How it is set up in the other system, step by step." }),
  })
  .openapi("SourceDetails");

export const sourceWithSecretsSchema = sourceSchema
  .extend({
    secrets: z
      .array(z.object({ name: z.string(), label: z.string(), value: z.string() }))
      .openapi({ description: "What the other system is given. Shown this once." }),
    guide: z.array(z.string()),
  })
  .openapi("SourceWithSecrets");

export const sourceParams = z.object({ source_id: z.string().min(1).max(100) });
