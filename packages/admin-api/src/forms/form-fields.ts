import { z } from "@hono/zod-openapi";
import { honeypotModes } from "@leadrelay/contracts/honeypot-mode";
import { knownFields, type KnownField } from "@leadrelay/contracts/submission-fields";
import { comparableName } from "@leadrelay/core/fields/aliases";
import { comparablePath } from "@leadrelay/core/fields/comparable-path";
import { findMappingTarget } from "@leadrelay/core/fields/field-mapping";
import { canonicalHost } from "@leadrelay/core/redirect/canonical-host";
import { phoneRegion } from "../phone/phone-region.ts";

const monthMinutes = 30 * 24 * 60;
const yearHours = 365 * 24;

export const formName = z.string().trim().min(1).max(200);

const wrongKey = "should be 3 to 64 letters, digits, _ or -";

/** As the producer reads it in `/f/{form_key}`. */
export const formKey = z
  .string()
  .max(64, { error: wrongKey, abort: true })
  .regex(/^[A-Za-z0-9_-]{3,64}$/, wrongKey);

const host = z
  .string()
  .max(255)
  .transform((text, context) => {
    const read = canonicalHost(text);
    if (read.ok) return read.host;
    context.addIssue({ code: "custom", message: read.error });
    return z.NEVER;
  });

const target = z
  .string()
  .max(50)
  .transform((text, context): KnownField => {
    const field = findMappingTarget(text);
    if (field !== undefined) return field;
    const message = `“${text}” is no field of ours: those are ${knownFields.join(", ")} and utm_…`;
    context.addIssue({ code: "custom", message });
    return z.NEVER;
  });

/** Names that a submission's fields do not tell apart, each group of them. */
function twinsIn(names: readonly string[]): string[][] {
  const groups = Map.groupBy(names, (name) => comparablePath(comparableName(name)));
  return [...groups.values()].filter((group) => group.length > 1);
}

const theirName = z.string().trim().min(1).max(100);

const webAddress = z
  .string()
  .trim()
  .max(2000)
  .transform((text, context) => {
    const url = URL.parse(text);
    if (url !== null && /^https?:$/.test(url.protocol) && url.username === "" && url.password === "")
      return url.href;
    context.addIssue({ code: "custom", message: "should be an http(s) address without a user name" });
    return z.NEVER;
  });

/** What an operator may set of a form beside its name and key. */
export const formSettings = {
  field_mapping: z
    .record(theirName, target)
    .refine((mapping) => Object.keys(mapping).length <= 100, "should hold at most 100 names")
    .superRefine((mapping, context) => {
      for (const [first, ...others] of twinsIn(Object.keys(mapping)))
        context.addIssue({
          code: "custom",
          message: `should hold each name once: ${[first, ...others].join(" and ")} are the same`,
        });
    })
    .openapi({
      maxProperties: 100,
      description:
        "The form's own field names → ours, beside the built-in ones (docs/fields.md). What is sent is the whole mapping: an entry that is not in it is taken away.",
      example: { kontakt: "email" },
    }),
  allowed_hosts: z
    .array(host)
    .max(50)
    .transform((hosts) => [...new Set(hosts)])
    .openapi({
      description:
        "Hosts a submission may come from and be redirected to; `*.example.com` covers every subdomain, no port means any. Empty: posts are taken from anywhere, and none is a redirect target.",
      example: ["example.com", "*.example.com"],
    }),
  thank_you_url: webAddress.nullable().openapi({
    description:
      "Where people go after a submission. The form's own choice, so its host need not be allowed.",
  }),
  redirect_status: z.union([z.literal(301), z.literal(302), z.literal(303)]),
  honeypot_mode: z.enum(honeypotModes).nullable().openapi({
    description:
      "What becomes of a submission with a filled honeypot. `log`: dropped, and answered like any other; `quarantine`: kept apart for 30 days, and sent only when it is released; `off`: sent as a bot's; null: as the installation says.",
  }),
  bot_detection: z.boolean().nullable().openapi({
    deprecated: true,
    description:
      "The older spelling of `honeypot_mode`, which counts where both are given: true is `log`, false is `off`.",
  }),
  default_region: phoneRegion.nullable().openapi({
    description: "Where phone numbers without a country code are from; null: as the client says.",
    example: "IN",
  }),
  duplicate_window_minutes: z
    .int()
    .min(0)
    .max(monthMinutes)
    .nullable()
    .openapi({ description: "null: as the installation says." }),
  reengage_hours: z
    .number()
    .min(0)
    .max(yearHours)
    .nullable()
    .openapi({ description: "0 turns it off; null: as the installation says." }),
  reengage_basis: z.enum(["last_submission", "last_send"]),
  identity_guard: z.boolean().nullable().openapi({
    description:
      "Whether somebody who says another e-mail, phone or name than the person they were found as is a new lead; false: whoever has the same browser, e-mail or phone is the same person; null: as the installation says.",
  }),
};
