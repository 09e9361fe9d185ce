import { z } from "@hono/zod-openapi";
import { previewRoute as previewOf } from "@leadrelay/core/decide/preview-route";
import { noMapping } from "@leadrelay/core/fields/field-mapping";
import { postedBy } from "@leadrelay/core/shape/posted";
import type { PlacedDestination } from "@leadrelay/db/destinations/places-of-client";
import { formMappings } from "@leadrelay/db/forms/form-mappings";
import { recentLeads } from "@leadrelay/db/routes/recent-leads";
import { runOne } from "@leadrelay/db/run-batch";
import type { OperatorScope } from "@leadrelay/db/scope";
import { clientInScope } from "../access/client-in-scope.ts";
import type { AdminDependencies } from "../dependencies.ts";

/** So many of the last submissions are looked at. */
export const mostLeads = 200;

export const routePreviewSchema = z
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
  .openapi("RoutePreview");

/** Whose leads would go to whom. */
interface Asked {
  clientId: string;
  /** In their order, each with its place in the route that is tried. */
  members: readonly PlacedDestination[];
  leads: number;
}

/** What a route of these members would have done with the client's last leads. */
export async function previewMembers(
  { clientId, members, leads }: Asked,
  scope: OperatorScope,
  { control, leadDatabase, now }: Pick<AdminDependencies, "control" | "leadDatabase" | "now">,
): Promise<z.output<typeof routePreviewSchema>> {
  const database = leadDatabase(clientInScope(scope, clientId).database);
  const recent = await runOne(database, recentLeads(scope, clientId, leads));
  const formIds = recent.map(({ form_id }) => form_id);
  const mappings = await runOne(control, formMappings(scope, formIds));
  const previewed = previewOf(
    members.map((member) => ({ ...member, ...unasked })),
    recent.map(({ told, form_id }) => ({
      ...told,
      ...postedBy(told.payload_json, mappings.get(form_id) ?? noMapping),
    })),
    { client_id: clientId, nowMs: now() },
  );
  return {
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
  };
}

/** What a preview does not go by. */
const unasked = { takes_test: true, environments: [], event_types: [], max_attempts: 1 };
