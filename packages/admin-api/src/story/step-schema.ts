import { z } from "@hono/zod-openapi";
import type { Step, StepKind } from "@leadrelay/core/story/story";

const kinds = {
  received: true,
  spilled: true,
  waiting_for_storage: true,
  payload_kept: true,
  blocked: true,
  quarantined: true,
  decided: true,
  stored: true,
  destination: true,
  attempt: true,
  released: true,
  cancelled: true,
  not_told: true,
  dead_letter: true,
  dead_letter_parked: true,
  passed_on: true,
  dead_letter_settled: true,
  note: true,
  status: true,
  notice: true,
  callback: true,
} satisfies Record<StepKind, true>;

export const stepSchema = z
  .object({
    at: z.int().openapi({ description: "Milliseconds UTC." }),
    kind: z.enum(Object.keys(kinds) as [StepKind, ...StepKind[]]),
    what: z.string().openapi({ description: "What happened, in a sentence." }),
    submission_id: z.string().nullable(),
    event_id: z.string().nullable(),
    delivery_id: z.string().nullable(),
    destination_id: z.string().nullable(),
    dead_letter_id: z.string().nullable(),
    error: z
      .string()
      .nullable()
      .openapi({ description: "In the words of whoever failed; null for those who see contacts masked." }),
    note: z.string().nullable().openapi({ description: "null for those who see contacts masked." }),
  })
  .openapi("Step");

/** A step as whoever asks may see it: words of receivers and of colleagues may hold contact details. */
export const toStep = (step: Step, masked: boolean): z.input<typeof stepSchema> => ({
  at: step.at,
  kind: step.kind,
  what: step.what,
  submission_id: step.submission_id ?? null,
  event_id: step.event_id ?? null,
  delivery_id: step.delivery_id ?? null,
  destination_id: step.destination_id ?? null,
  dead_letter_id: step.dead_letter_id ?? null,
  error: masked ? null : (step.error ?? null),
  note: masked ? null : (step.note ?? null),
});
