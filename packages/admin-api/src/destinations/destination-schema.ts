import { z } from "@hono/zod-openapi";
import { routeModes } from "@leadrelay/contracts/route-mode";
import { toldTypes } from "@leadrelay/contracts/event-type";
import { confirmationField } from "./confirmation-field.ts";
import { limitsField } from "./limits-field.ts";
import { returnsField } from "./returns-field.ts";
import { destinationKind, environments } from "./destination-fields.ts";

export const destinationSchema = z
  .object({
    id: z.string().openapi({ example: "dst_0199c0de-0000-7000-8000-000000000001" }),
    client_id: z.string(),
    name: z.string(),
    kind: destinationKind,
    settings: z
      .record(z.string(), z.union([z.string(), z.boolean()]))
      .nullable()
      .openapi({
        description:
          "Enough to recognise them by. null: no master key of this installation opens them; give them anew.",
        example: { url_hint: "https://hook.eu2.make.com/…ab12", has_api_key: true, send_attribution: false },
      }),
    enabled: z.boolean(),
    disabled_reason: z.string().nullable().openapi({
      description:
        "gone: the receiver said it is no longer there (410). failing: it took nothing for five days. by_hand: somebody switched it off.",
    }),
    disabled_at: z
      .int()
      .nullable()
      .openapi({ description: "Since when, ms UTC; null while it is enabled, and where that was not kept." }),
    event_types: z.array(z.enum(toldTypes)),
    environments: z.array(environments),
    takes_test: z.boolean(),
    retry_schedule: z.string().nullable(),
    timeout_ms: z.int().nullable(),
    hold_after_refusals: z.int().nullable(),
    limits: limitsField.nullable(),
    confirmation: confirmationField.nullable(),
    returns: returnsField.nullable(),
    created_at: z.int().openapi({ description: "Milliseconds UTC." }),
    updated_at: z.int(),
    deleted_at: z.int().nullable(),
  })
  .openapi("Destination");

/** What waits is counted no further. */
export const mostWaiting = 1000;

/** One destination, with what has not arrived there. */
export const destinationDetailsSchema = destinationSchema
  .extend({
    route: z
      .object({ id: z.string(), name: z.string(), mode: z.enum(routeModes) })
      .nullable()
      .openapi({ description: "The route that shares leads with it; null: it hears of every lead." }),
    shaped: z
      .object({
        has_filter: z.boolean(),
        mapped_fields: z.int().openapi({ description: "Rows of its mapping." }),
      })
      .nullable()
      .openapi({ description: "Whether its shape filters leads, and writes them otherwise; null: neither." }),
    waits: z
      .object({
        held: z
          .int()
          .openapi({ description: `Held while it is disabled; ${mostWaiting}: that many or more.` }),
        pending: z
          .int()
          .openapi({ description: `For a first or another try; ${mostWaiting}: that many or more.` }),
        dead: z
          .int()
          .openapi({ description: "Open dead letters: they stay until somebody sends them again." }),
        unconfirmed: z.int().openapi({
          description: `What it took and did not confirm as it must, in the last seven days; ${mostWaiting}: that many or more.`,
        }),
      })
      .openapi({ description: "What has not arrived there." }),
    what_next: z.string().openapi({ description: "What would move that on, in plain words; may be empty." }),
  })
  .openapi("DestinationDetails");

const notes = z.array(z.string()).optional().openapi({
  description: "What to know of settings that were taken: a host that DNS said nothing of.",
});

const secret = z.string().optional().openapi({
  description:
    "What its receiver verifies our signatures with, where it was made here because none was given. Shown this once.",
});

export const createdDestinationSchema = destinationSchema
  .extend({ notes, secret })
  .openapi("CreatedDestination");
export const changedDestinationSchema = destinationDetailsSchema
  .extend({ notes, secret })
  .openapi("ChangedDestination");

/** After a rotation of the secret that it signs with. */
export const destinationWithSecretSchema = destinationSchema
  .extend({
    secret: z.string().openapi({ description: "What it signs with from now on. Shown this once." }),
    previous_secret_until: z.int().nullable().openapi({
      description: "Until when it signs with the secret before, too, ms UTC; null: no longer.",
    }),
  })
  .openapi("DestinationWithSecret");

export const destinationParams = z.object({ destination_id: z.string().min(1).max(100) });
