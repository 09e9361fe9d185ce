import { z } from "@hono/zod-openapi";
import { honeypotModes } from "@leadrelay/contracts/honeypot-mode";
import { hostedPage } from "./hosted-page-fields.ts";
import { publishedSchema } from "../publishing/published.ts";

export const formSchema = z
  .object({
    id: z.string().openapi({ example: "form_0199c0de-0000-7000-8000-000000000001" }),
    client_id: z.string(),
    form_key: z
      .string()
      .openapi({ description: "Its public name. Never given to another form.", example: "frm_site" }),
    endpoint_path: z
      .string()
      .openapi({ description: "Where it posts to, at the producer.", example: "/f/frm_site" }),
    name: z.string(),
    field_mapping: z.record(z.string(), z.string()),
    allowed_hosts: z.array(z.string()),
    thank_you_url: z.string().nullable(),
    redirect_status: z.union([z.literal(301), z.literal(302), z.literal(303)]),
    honeypot_mode: z.enum(honeypotModes).nullable(),
    bot_detection: z.boolean().nullable().openapi({
      deprecated: true,
      description: "Whether `honeypot_mode` keeps anything back: false where it is `off`.",
    }),
    default_region: z.string().nullable(),
    duplicate_window_minutes: z.number().nullable(),
    reengage_hours: z.number().nullable(),
    reengage_basis: z.enum(["last_submission", "last_send"]),
    identity_guard: z.boolean().nullable(),
    hosted_page: hostedPage.nullable().openapi({
      description: "What its address shows whoever opens it in a browser; null: nothing.",
    }),
    snapshot: publishedSchema,
    created_at: z.int().openapi({ description: "Milliseconds UTC." }),
    updated_at: z.int(),
    deleted_at: z.int().nullable(),
  })
  .openapi("Form");

export const formParams = z.object({ form_id: z.string().min(1).max(100) });
