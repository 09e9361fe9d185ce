import { z } from "@hono/zod-openapi";
import { updateSavedView } from "@leadrelay/db/saved-views/saved-views";
import { changeEndpoint } from "../endpoint/endpoint.ts";
import { readView, requireChange, toView, viewEntry } from "./view-access.ts";
import { leadViewSchema, savedViewSchema, viewName, viewParams } from "./view-schema.ts";

export const changeView = changeEndpoint({
  method: "patch",
  path: "/api/saved-views/{view_id}",
  operationId: "changeSavedView",
  tag: "Leads",
  summary: "Rename a kept view of leads, or have it show something else",
  access: { permission: "leads:read" },
  params: viewParams,
  body: z.strictObject({ name: viewName.optional(), view: leadViewSchema.optional() }),
  answer: savedViewSchema,
  async handle({ params, body, access, dependencies }) {
    const before = await readView(params.view_id, access, dependencies);
    requireChange(access, before);
    const row = {
      ...before,
      name: body.name ?? before.name,
      view_json: body.view === undefined ? before.view_json : JSON.stringify(body.view),
      updated_at: dependencies.now(),
    };
    return {
      control: [updateSavedView(access.scope, row)],
      audit: [viewEntry(access, "saved_view.changed", row)],
      answer: { body: toView(row, access) },
    };
  },
});
