import { z } from "@hono/zod-openapi";
import { compareReadings } from "@leadrelay/core/forms/compare-readings";
import { requireContacts } from "../access/require-contacts.ts";
import { readEndpoint } from "../endpoint/endpoint.ts";
import { formSettings } from "./form-fields.ts";
import { formParams } from "./form-schema.ts";
import { readOf } from "./list-seen-fields.ts";
import { readForm } from "./read-form.ts";
import { lastQuery, readPosts } from "./read-posts.ts";

export const previewMapping = readEndpoint({
  path: "/api/forms/{form_id}/preview",
  operationId: "previewMapping",
  tag: "Forms",
  summary: "Show what another mapping would have made of a form's last posts",
  description:
    "Nothing is changed by it. Only posts that became submissions are there to be read: what was refused is kept by nobody.",
  access: { permission: "config:write" },
  params: formParams,
  body: z.strictObject({
    field_mapping: formSettings.field_mapping,
    last: lastQuery.shape.last.optional(),
  }),
  answer: z
    .object({
      posts: z.int().openapi({ description: "How many were looked at." }),
      otherwise: z.int().openapi({ description: "How many of them would have been read otherwise." }),
      refused: z.int().openapi({
        description: "How many that were taken would have been refused: nobody could be reached.",
      }),
      items: z.array(
        z.object({
          submission_id: z.string(),
          submitted_at: z.int(),
          changes: z.array(
            z.object({ field: z.string(), before: z.string().nullable(), after: z.string().nullable() }),
          ),
          refused_before: z.boolean(),
          refused_after: z.boolean(),
          is_bot_after: z.boolean(),
        }),
      ),
    })
    .openapi("MappingPreview"),
  async handle({ params, body, access, dependencies }) {
    const form = await readForm(params.form_id, access.scope, dependencies);
    requireContacts(access.scope, form.client_id, "field_mapping");
    const posts = await readPosts(form, body.last ?? 20, access.scope, dependencies);
    const items = posts.map(({ id, submitted_at, payload }) => ({
      submission_id: id,
      submitted_at,
      ...compareReadings(payload, form.field_mapping, body.field_mapping),
    }));
    return {
      body: {
        posts: items.length,
        otherwise: items.filter(({ changes }) => changes.length > 0).length,
        refused: items.filter(({ refused_before, refused_after }) => refused_after && !refused_before).length,
        items,
      },
      audit: readOf(posts, form.client_id, false, access),
    };
  },
});
