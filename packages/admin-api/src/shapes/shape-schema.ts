import { z } from "@hono/zod-openapi";
import { shapeLimits } from "@leadrelay/contracts/shape";

const constant = z.union([z.string().max(shapeLimits.constant), z.number(), z.boolean(), z.null()]);

const row = z.strictObject({
  target: z.string().min(1).max(shapeLimits.text).openapi({
    description:
      "Where it stands: a name, or a path such as `contact.phones.0.value`; a dot within a name is `\\.`.",
  }),
  field: z.string().max(shapeLimits.text).optional().openapi({
    description: "A field of the lead as in docs/mapping.md, or one that the form sends: `fields.budget`.",
  }),
  constant: constant.optional(),
  template: z
    .string()
    .max(10_000)
    .optional()
    .openapi({ description: "Liquid: `{{ first_name }} from {{ user_city }}`. No loops." }),
  default: constant.optional().openapi({ description: "Where the lead says nothing of it." }),
});

const filter = z
  .union([
    z.string().max(shapeLimits.constant),
    z
      .record(z.string().max(shapeLimits.text), z.unknown())
      .openapi({ maxProperties: shapeLimits.conditions }),
  ])
  .nullable()
  .openapi({
    description:
      'Which leads go there: simple words (`country is IN and fields.budget is at least 5000`), or a MongoDB-style condition (`{"country": {"$in": ["IN", "AE"]}}`) of `$and $or $nor $not $eq $ne $in $nin $gt $gte $lt $lte $contains $exists`. null: all.',
    example: { country: "IN" },
  });

const mapping = z
  .strictObject({
    only: z.boolean().default(false).openapi({
      description: "Whether the receiver gets these rows alone, or beside all that it gets otherwise.",
    }),
    rows: z.array(row).min(1).max(shapeLimits.rows),
  })
  .nullable()
  .openapi({ description: "How a lead is written for it; null: as its kind writes it." });

/** What somebody tries; core says what is wrong with it. */
export const triedShapeBody = z.strictObject({ filter: filter.optional(), mapping: mapping.optional() });

/** Of whom two may edit one shape, the second hears of the first by this. */
export const basedOn = z.int().min(0).max(1_000_000).optional().openapi({
  description:
    "The version that this is made from, as it was read. Where another is in force by now it is refused (412), and nothing is written over. Left out: whichever is in force.",
});

/** What somebody saves. */
export const shapeBody = triedShapeBody.extend({ based_on: basedOn });

/** One as it is kept. */
export const shapeSchema = z
  .object({
    filter: z.record(z.string(), z.unknown()).nullable(),
    mapping: z
      .object({
        only: z.boolean(),
        rows: z.array(
          z.object({
            target: z.string(),
            field: z.string().optional(),
            constant: z.union([z.string(), z.number(), z.boolean(), z.null()]).optional(),
            template: z.string().optional(),
            default: z.union([z.string(), z.number(), z.boolean(), z.null()]).optional(),
          }),
        ),
      })
      .nullable(),
  })
  .openapi("DestinationShape");

const versionSchema = z.object({
  version: z.int(),
  shape: shapeSchema.nullable().openapi({ description: "null: none." }),
  restores: z
    .int()
    .nullable()
    .openapi({ description: "Of an undo the version it went back to; 0: to none." }),
  created_at: z.int(),
  created_by: z.string().nullable().openapi({ description: "null: who asks sees contacts masked." }),
});

export const shownShapeSchema = z
  .object({
    destination_id: z.string(),
    destination_name: z.string(),
    shape: shapeSchema.nullable(),
    filter_in_words: z.string().nullable(),
    is_readable: z
      .boolean()
      .openapi({ description: "false: it cannot be read, and its leads become dead letters that say so." }),
    version: z.int().openapi({ description: "0: it never had any." }),
    versions: z.array(versionSchema).openapi({ description: "Newest first, at most 50." }),
    notes: z.array(z.string()).openapi({ description: "What to know of a shape that was taken." }),
  })
  .openapi("ShownShape");
