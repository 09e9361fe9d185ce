import { deleteSavedView } from "@leadrelay/db/saved-views/saved-views";
import { changeEndpoint } from "../endpoint/endpoint.ts";
import { readView, requireChange, toView, viewEntry } from "./view-access.ts";
import { savedViewSchema, viewParams } from "./view-schema.ts";

export const deleteView = changeEndpoint({
  method: "delete",
  path: "/api/saved-views/{view_id}",
  operationId: "deleteSavedView",
  tag: "Leads",
  summary: "Delete a kept view of leads; answers it, so that it can be kept again",
  access: { permission: "leads:read" },
  params: viewParams,
  answer: savedViewSchema,
  async handle({ params, access, dependencies }) {
    const row = await readView(params.view_id, access, dependencies);
    requireChange(access, row);
    return {
      control: [deleteSavedView(access.scope, row)],
      audit: [viewEntry(access, "saved_view.deleted", row)],
      answer: { body: toView(row, access) },
    };
  },
});
