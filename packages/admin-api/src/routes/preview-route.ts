import { z } from "@hono/zod-openapi";
import { noMapping } from "@leadrelay/core/fields/field-mapping";
import { postedBy } from "@leadrelay/core/shape/posted";
import { previewRoute as previewOf } from "@leadrelay/core/decide/preview-route";
import { placesOfClient } from "@leadrelay/db/destinations/places-of-client";
import { recentLeads } from "@leadrelay/db/routes/recent-leads";
import { formMappings } from "@leadrelay/db/forms/form-mappings";
import { runBoth, runOne } from "@leadrelay/db/run-batch";
import { clientInScope } from "../access/client-in-scope.ts";
import { readEndpoint } from "../endpoint/endpoint.ts";
import { readLiveRoute } from "./read-route.ts";
import { routeParams } from "./route-schema.ts";

const mostLeads = 200;

export const previewRoute = readEndpoint({
  path: "/api/routes/{route_id}/preview",
  operationId: "previewRoute",
  tag: "Routes",
  summary: "Show what a route would have done with the client's last leads",
  description:
    "As if it began to count with the first of them, and its members stood as they stand now. Nothing is sent, counted or changed. Tests, and repeats that were no new lead, are left out.",
  access: { permission: "leads:read" },
  params: routeParams,
  query: z.object({
    leads: z.coerce
      .number()
      .int()
      .min(1)
      .max(mostLeads)
      .default(50)
      .openapi({ description: "How many of the last submissions are looked at." }),
  }),
  answer: z
    .object({
      members: z.array(z.object({ destination_id: z.string(), name: z.string(), leads: z.int() })),
      nobody: z.int().openapi({ description: "Leads that the conditions of every member keep out." }),
      leads: z
        .array(
          z.object({
            submission_public_id: z.string(),
            submitted_at: z.int(),
            destination_ids: z.array(z.string()),
            words: z.string().openapi({ example: "B: 31 % of its 40 %" }),
          }),
        )
        .openapi({ description: "The oldest first." }),
    })
    .openapi("RoutePreview"),
  async handle({ params, query, access: { scope }, dependencies }) {
    const route = await readLiveRoute(params.route_id, scope, dependencies);
    const { client_id } = route;
    const { control, leadDatabase, now } = dependencies;
    const [[places], [recent]] = await runBoth(
      { d1: control, statements: [placesOfClient(scope, client_id)] },
      {
        d1: leadDatabase(clientInScope(scope, client_id).database),
        statements: [recentLeads(scope, client_id, query.leads)],
      },
    );
    const mappings = await runOne(
      control,
      formMappings(
        scope,
        recent.map(({ form_id }) => form_id),
      ),
    );
    const members = places
      .filter((place) => place.route?.route_id === route.id)
      .toSorted((a, b) => (a.route?.position ?? 0) - (b.route?.position ?? 0));
    const previewed = previewOf(
      members.map((member) => ({ ...member, ...unasked })),
      recent.map(({ told, form_id }) => ({
        ...told,
        ...postedBy(told.payload_json, mappings.get(form_id) ?? noMapping),
      })),
      { client_id, nowMs: now() },
    );
    return {
      body: {
        members: members.map(({ id, name }) => ({
          destination_id: id,
          name,
          leads: previewed.filter(({ chosen }) => chosen.includes(id)).length,
        })),
        nobody: previewed.filter(({ chosen }) => chosen.length === 0).length,
        leads: recent.map(({ submission_public_id, submitted_at }, index) => ({
          submission_public_id,
          submitted_at,
          destination_ids: previewed[index]?.chosen ?? [],
          words: previewed[index]?.words ?? "",
        })),
      },
    };
  },
});

/** What a preview does not go by. */
const unasked = { takes_test: true, environments: [], event_types: [], max_attempts: 1 };
