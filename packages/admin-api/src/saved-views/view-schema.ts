import { z } from "@hono/zod-openapi";
import { leadStandFilters } from "@leadrelay/contracts/lead-stand";
import { leadSorts } from "../leads/lead-query.ts";

/** What a view of leads keeps: filters, order and columns, and never whom somebody searched for. */
export const leadViewSchema = z
  .strictObject({
    layout: z.enum(["board"]).optional().openapi({ description: "Absent: a table." }),
    stands: z.enum(leadStandFilters).optional(),
    stage: z.string().min(1).max(50).optional(),
    form: z.string().min(1).max(100).optional().openapi({ description: "A form's id." }),
    source: z.string().min(1).max(250).optional().openapi({ description: "As `utm_source`." }),
    campaign: z.string().min(1).max(250).optional().openapi({ description: "As `utm_campaign`." }),
    tests: z.enum(["only", "none"]).optional(),
    band: z.enum(["calm", "some", "high"]).optional().openapi({
      description: "The suspicion score: to 29, to 59, and above.",
    }),
    when: z
      .string()
      .max(30)
      .regex(/^(today|yesterday|7d|30d|\d{4}-\d{2}-\d{2}\.\.\d{4}-\d{2}-\d{2})$/)
      .optional()
      .openapi({ description: "When they came first, by the days of whoever looks.", example: "7d" }),
    sort: z.enum(leadSorts).optional(),
    columns: z
      .string()
      .max(200)
      .regex(/^[a-z_]+(,[a-z_]+)*$/)
      .optional()
      .openapi({ description: "By commas, in their order.", example: "contact,stage,last" }),
  })
  .openapi("LeadView");

/** A view that is kept. */
export const savedViewSchema = z
  .object({
    id: z.string(),
    name: z.string(),
    is_shared: z.boolean().openapi({ description: "false: it is yours alone." }),
    client_id: z
      .string()
      .nullable()
      .openapi({ description: "Shared with those who see this client's leads." }),
    agency_id: z.string().nullable().openapi({ description: "Shared with the people of this agency." }),
    may_change: z.boolean().openapi({ description: "Whether you may change and delete it." }),
    view: leadViewSchema,
    created_at: z.int().openapi({ description: "Milliseconds UTC." }),
    updated_at: z.int(),
  })
  .openapi("SavedView");

export const viewName = z.string().trim().min(1).max(60);
export const viewParams = z.object({ view_id: z.string().min(1).max(100) });
