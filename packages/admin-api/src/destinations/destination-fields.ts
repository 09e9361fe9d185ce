import { mostRefusalsUntilHeld, usualRefusalsUntilHeld } from "@leadrelay/contracts/hold-after-refusals";
import { z } from "@hono/zod-openapi";
import { destinationKinds, getAdapter } from "@leadrelay/adapters/registry";
import { environmentSchema } from "@leadrelay/contracts/environment";
import { toldTypes } from "@leadrelay/contracts/event-type";
import { reasonOf } from "@leadrelay/contracts/reason-of";
import { parseSchedule } from "@leadrelay/core/retry-schedule/parse-schedule";
import { confirmationField } from "./confirmation-field.ts";
import { limitsField } from "./limits-field.ts";
import { returnsField } from "./returns-field.ts";

export const destinationName = z.string().trim().min(1).max(200);
export const destinationKind = z.enum(destinationKinds);
export const environments = z.enum(environmentSchema.options);

const once = (list: readonly string[]) => new Set(list).size === list.length;

/** The API's document shows one example. */
const [shownKind = ""] = destinationKinds;

const mostSettings = 20;

/** By kind; each kind reads its own. */
export const destinationSettings = z
  .record(z.string().max(50), z.unknown())
  .refine(
    (settings) => Object.keys(settings).length <= mostSettings,
    `should hold at most ${mostSettings} settings`,
  )
  .openapi({
    maxProperties: mostSettings,
    description: `Kept sealed and never shown again. ${destinationKinds.map((kind) => getAdapter(kind).settingsHelp).join(" ")}`,
    example: getAdapter(shownKind).exampleSettings,
  });

const schedule = z
  .string()
  .trim()
  .max(200, { abort: true })
  .superRefine((text, context) => {
    try {
      parseSchedule(text);
    } catch (error) {
      context.addIssue({ code: "custom", message: reasonOf(error) });
    }
  });

/** What an operator may set of a destination beside its name and settings. */
export const destinationPolicies = {
  enabled: z.boolean().openapi({ description: "While false its deliveries are `held`; then they are sent." }),
  event_types: z
    .array(z.enum(toldTypes))
    .min(1)
    .max(toldTypes.length)
    .refine(once, "should name each type once")
    .openapi({
      description:
        "What it is told. `destination.…`, `delivery.…` and `workflow.…` tell people who look after destinations how they are, and of leads that did not arrive; these, and what happens to a lead besides (`lead.status_changed` and the like), are taken by kinds that people read and by webhooks. Whoever takes `lead.created` may take `lead.updated`, too: a person who is known, and not sent again, gave another e-mail address or phone number. It is the whole lead again as it now stands, with `is_duplicate` `yes` and the same `lead_public_id` and `lead_id`, so that a CRM can correct what it has. Without it such a correction is stored and not sent.",
    }),
  environments: z
    .array(environments)
    .min(1)
    .max(environmentSchema.options.length)
    .refine(once, "should name each environment once")
    .openapi({ description: "Installations it receives from." }),
  takes_test: z.boolean().openapi({ description: "Whether it gets test leads, too." }),
  retry_schedule: schedule.nullable().openapi({
    description:
      "`default`, `quick`, or 1 to 20 waits such as `1s,30s,5m,2h`; null: as the installation says.",
  }),
  confirmation: confirmationField.nullable().openapi({
    description:
      "That it must confirm each lead that it takes: by a callback to the `callback_url` that goes along, or by the id of its own that it answers. null: that it took one is enough.",
  }),
  returns: returnsField.nullable().openapi({
    description:
      "What was agreed on leads that it gives back by the callback `outcome`: what is outside of it is refused, with why. null: it gives none back.",
  }),
  limits: limitsField.nullable().openapi({
    description:
      "How many leads it takes, and when; what it does not take now is `held`, and sent oldest first once it may. null: as many as come, at any time.",
  }),
  hold_after_refusals: z
    .int()
    .min(0)
    .max(mostRefusalsUntilHeld)
    .nullable()
    .openapi({
      description: `So many different leads refused in a row, with none taken in between, hold up the rest: one is sent now and then to see whether it is taken. 0: never, for a receiver that refuses most of what it gets; null: ${usualRefusalsUntilHeld}.`,
    }),
  timeout_ms: z
    .int()
    .min(100)
    .max(60_000)
    .nullable()
    .openapi({ description: "For one try; null: as the installation says." }),
};
