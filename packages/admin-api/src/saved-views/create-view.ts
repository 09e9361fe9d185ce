import { z } from "@hono/zod-openapi";
import { insertSavedView, mostViews } from "@leadrelay/db/saved-views/saved-views";
import { clientInScope } from "../access/client-in-scope.ts";
import type { Access } from "../access/access.ts";
import { requireActor } from "../access/require-actor.ts";
import { changeEndpoint } from "../endpoint/endpoint.ts";
import { apiProblem, notFound } from "../problems/api-problem.ts";
import { readerOf, requireChange, toView, viewEntry } from "./view-access.ts";
import { leadViewSchema, savedViewSchema, viewName } from "./view-schema.ts";

const id = z.string().min(1).max(100).optional();

export const createView = changeEndpoint({
  method: "post",
  path: "/api/saved-views",
  operationId: "createSavedView",
  tag: "Leads",
  summary: "Keep a view of leads, for yourself or for others too",
  description: `Shared, it needs \`leads:write\` of the client or agency it is shared with. At most ${mostViews} of your own, and ${mostViews} of each client and agency.`,
  access: { permission: "leads:read" },
  body: z.strictObject({
    name: viewName,
    is_shared: z.boolean(),
    client_id: id.openapi({ description: "Share it with those who see this client's leads." }),
    agency_id: id.openapi({
      description: "Where no client is named: share it with the people of this agency.",
    }),
    view: leadViewSchema,
  }),
  status: 201,
  answer: savedViewSchema,
  async handle({ body: { name, is_shared, view, ...named }, access, dependencies }) {
    const sharing = { owner_id: requireActor(access).id, ...sharedWith(named, is_shared, access) };
    requireChange(access, sharing);
    const at = dependencies.now();
    const row = {
      id: `viw_${dependencies.newId()}`,
      ...sharing,
      name,
      view_json: JSON.stringify(view),
      created_at: at,
      updated_at: at,
    };
    return {
      control: insertSavedView(access.scope, row),
      conflicts: {
        unchanged: `There are ${mostViews} views already: delete one that nobody looks at.`,
      },
      audit: [viewEntry(access, "saved_view.created", row)],
      answer: { body: toView(row, access), headers: { location: `/api/saved-views/${row.id}` } },
    };
  },
});

/** Throws the 404 that hides other tenants. */
function sharedWith(
  { client_id, agency_id }: { client_id?: string | undefined; agency_id?: string | undefined },
  isShared: boolean,
  access: Access,
): { client_id: string | null; agency_id: string | null } {
  if (client_id !== undefined) clientInScope(access.scope, client_id);
  else if (agency_id !== undefined && !readerOf(access).agencyIds.includes(agency_id))
    throw notFound("agency");
  if (!isShared) return { client_id: null, agency_id: null };
  if (client_id !== undefined) return { client_id, agency_id: null };
  if (agency_id !== undefined) return { client_id: null, agency_id };
  throw apiProblem("invalid", "Say with whom it is shared: a client or an agency.", {
    errors: [{ field: "client_id", detail: "is needed, or agency_id, where it is shared" }],
  });
}
