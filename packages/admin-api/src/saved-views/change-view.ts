import { z } from "@hono/zod-openapi";
import { updateSavedView } from "@leadrelay/db/saved-views/saved-views";
import { requireActor } from "../access/require-actor.ts";
import { changeEndpoint } from "../endpoint/endpoint.ts";
import { sharedWith, tooMany, withWhom } from "./sharing.ts";
import { readView, requireChange, toView, viewEntry } from "./view-access.ts";
import { leadViewSchema, savedViewSchema, viewName, viewParams } from "./view-schema.ts";

export const changeView = changeEndpoint({
  method: "patch",
  path: "/api/saved-views/{view_id}",
  operationId: "changeSavedView",
  tag: "Leads",
  summary: "Rename a kept view of leads, have it show something else, or share it with others",
  description:
    "What is shared is changed by who may change those leads; with `is_shared` false it becomes the caller's alone, whoever kept it first.",
  access: { permission: "leads:read" },
  params: viewParams,
  body: z.strictObject({
    name: viewName.optional(),
    view: leadViewSchema.optional(),
    is_shared: z.boolean().optional().openapi({ description: "Absent: as it is shared now." }),
    ...withWhom,
  }),
  answer: savedViewSchema,
  async handle({ params, body: { is_shared, client_id, agency_id, ...body }, access, dependencies }) {
    const before = await readView(params.view_id, access, dependencies);
    requireChange(access, before);
    const sharing =
      is_shared === undefined
        ? {}
        : {
            ...sharedWith({ client_id, agency_id }, is_shared, access),
            ...(is_shared ? {} : { owner_id: requireActor(access).id }),
          };
    requireChange(access, { ...before, ...sharing });
    const row = {
      ...before,
      ...sharing,
      name: body.name ?? before.name,
      view_json: body.view === undefined ? before.view_json : JSON.stringify(body.view),
      updated_at: dependencies.now(),
    };
    return {
      control: updateSavedView(access.scope, before, row),
      conflicts: tooMany,
      audit: [viewEntry(access, "saved_view.changed", row)],
      answer: { body: toView(row, access) },
    };
  },
});
