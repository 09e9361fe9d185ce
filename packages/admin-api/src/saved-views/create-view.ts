import { z } from "@hono/zod-openapi";
import { insertSavedView, mostViews } from "@leadrelay/db/saved-views/saved-views";
import { requireActor } from "../access/require-actor.ts";
import { changeEndpoint } from "../endpoint/endpoint.ts";
import { sharedWith, tooMany, withWhom } from "./sharing.ts";
import { requireChange, toView, viewEntry } from "./view-access.ts";
import { leadViewSchema, savedViewSchema, viewName } from "./view-schema.ts";

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
    ...withWhom,
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
      conflicts: tooMany,
      audit: [viewEntry(access, "saved_view.created", row)],
      answer: { body: toView(row, access), headers: { location: `/api/saved-views/${row.id}` } },
    };
  },
});
