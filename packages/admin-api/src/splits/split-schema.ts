import { z } from "@hono/zod-openapi";
import { identityKinds } from "@leadrelay/core/identity/identity";
import { contactFields } from "../pages/contact-fields.ts";

/** A lead that takes more is not split: all of it is read, and written in one batch. */
export const mostSplit = 100;

const submissionId = z.string().min(1).max(100);

export const splitBody = z.strictObject({
  submission_ids: z
    .array(submissionId)
    .min(1)
    .max(mostSplit)
    .openapi({ description: "Of this lead, but not all of it, and not its first." }),
  version: z.int().openapi({ description: "The plan's: it is done only as planned." }),
});

export const splitQuery = z.object({
  submission_ids: z
    .string()
    .max(mostSplit * 101)
    .transform((text) => text.split(",").map((id) => id.trim()))
    .pipe(z.array(submissionId).min(1).max(mostSplit))
    .openapi({ description: "By commas.", example: "01a1fa5b-4648-76f8-a87c-8342b01ae6c8" }),
});

const sideSchema = z.object({
  ...contactFields,
  submissions: z.int().openapi({ description: "How many are its own." }),
});

const planSchema = z.object({
  version: z
    .int()
    .openapi({ description: "Give it to the split, which is then done as planned or not at all." }),
  submissions: z.array(z.object({ id: z.string(), submission_number: z.int(), submitted_at: z.int() })),
  new_lead: sideSchema,
  old_lead: sideSchema,
  identities: z
    .array(z.object({ kind: z.enum(identityKinds), value: z.string().nullable() }))
    .openapi({ description: "Go with them. What the others have too stays; null: not shown to you." }),
  sends: z
    .array(z.object({ destination_id: z.string(), name: z.string().nullable(), sentence: z.string() }))
    .openapi({ description: "Who hears of the new lead, who does not, and why." }),
  cancels: z
    .array(z.object({ delivery_id: z.string(), destination_id: z.string() }))
    .openapi({ description: "Deliveries that wait to tell of them as the lead they leave." }),
  told_before: z.array(z.object({ delivery_id: z.string(), destination_id: z.string() })).openapi({
    description: "Deliveries of them that went out, or failed: they stay with the lead they leave.",
  }),
});

export const splitSchema = z
  .object({
    state: z.enum(["planned", "done", "done_before"]),
    lead_id: z.string(),
    new_lead_id: z.string().nullable().openapi({ description: "null: it is not made yet." }),
    plan: planSchema.nullable().openapi({ description: "null: it was done before." }),
  })
  .openapi("Split");
