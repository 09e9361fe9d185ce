import { z } from "@hono/zod-openapi";
import { seenFields, seenReasons, type SeenField } from "@leadrelay/core/forms/seen-fields";
import { maskEmail } from "@leadrelay/core/masking/mask-email";
import { maskName } from "@leadrelay/core/masking/mask-name";
import { maskPhone } from "@leadrelay/core/masking/mask-phone";
import { auditReads } from "../access/audit-reads.ts";
import { isMasked } from "../access/is-masked.ts";
import { readEndpoint } from "../endpoint/endpoint.ts";
import { formParams } from "./form-schema.ts";
import { readForm } from "./read-form.ts";
import { readPosts, lastQuery, type ReadPost } from "./read-posts.ts";

const longestSample = 100;

export const listSeenFields = readEndpoint({
  path: "/api/forms/{form_id}/seen-fields",
  operationId: "listSeenFields",
  tag: "Forms",
  summary: "Show the fields that a form's last posts really had, and what each is taken for",
  description:
    "Of its last submissions, as many as are asked for, looked for among the client's last 500 up to the form's last day with any. Those who see contacts masked see values of contact fields masked, and no others.",
  access: { permission: "leads:read" },
  params: formParams,
  query: lastQuery,
  answer: z
    .object({
      posts: z.int().openapi({ description: "How many were looked at." }),
      latest_at: z.int().nullable().openapi({ description: "Of the newest of them, milliseconds UTC." }),
      fields: z.array(
        z.object({
          name: z.string(),
          posts: z.int().openapi({ description: "In how many of them it was." }),
          sample: z.string().nullable().openapi({ description: "Its last value that is not blank." }),
          taken_for: z.string().nullable(),
          why: z.enum(seenReasons).openapi({
            description:
              "mapping: the form says so. name: it is a name that is known everywhere (docs/fields.md). outranked: it is, but counts for nothing where the form's own field for that is filled in. none: it is kept, and means nothing.",
          }),
        }),
      ),
    })
    .openapi("SeenFields"),
  async handle({ params, query, access, dependencies }) {
    const form = await readForm(params.form_id, access.scope, dependencies);
    const masked = isMasked(access.scope, form.client_id);
    const posts = await readPosts(form, query.last, access.scope, dependencies);
    const fields = seenFields(
      posts.map(({ payload }) => payload),
      form.field_mapping,
    ).map((field) => ({
      ...field,
      sample: sampleOf(field, masked),
    }));
    return {
      body: { posts: posts.length, latest_at: posts[0]?.submitted_at ?? null, fields },
      audit: readOf(posts, form.client_id, masked, access),
    };
  },
});

/** Whoever reads what was posted is told of, as where submissions are listed. */
export const readOf = (
  posts: readonly ReadPost[],
  clientId: string,
  masked: boolean,
  access: Parameters<typeof auditReads>[0],
) =>
  auditReads(access, {
    action: "submissions.listed",
    rows: posts.map(() => ({ client_id: clientId, masked })),
  });

const masks: Readonly<Record<string, (text: string) => string>> = {
  name: maskName,
  email: maskEmail,
  phone: maskPhone,
};

/** A field that means nothing to us may hold anybody's name. */
function sampleOf({ sample, taken_for }: SeenField, masked: boolean): string | null {
  if (sample === null) return null;
  if (masked) return masks[taken_for ?? ""]?.(sample) ?? "•••";
  return sample.length > longestSample ? `${sample.slice(0, longestSample).toWellFormed()}…` : sample;
}
