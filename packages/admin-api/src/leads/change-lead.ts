import { z } from "@hono/zod-openapi";
import { moveLead, requireStatus } from "@leadrelay/db/leads/write-activity";
import { readClient } from "../clients/read-client.ts";
import { changeEndpoint } from "../endpoint/endpoint.ts";
import { apiProblem } from "../problems/api-problem.ts";
import { leadParams, leadSchema } from "./lead-schema.ts";
import { newActivity } from "./new-activity.ts";
import { readLead } from "./read-lead.ts";
import { actorOf, tellOfLead } from "./tell-of-lead.ts";
import { toLead } from "./to-lead.ts";

export const changeLead = changeEndpoint({
  method: "patch",
  path: "/api/leads/{lead_id}",
  operationId: "changeLead",
  tag: "Leads",
  summary: "Move a lead along its client's pipeline",
  access: { permission: "leads:write" },
  params: leadParams,
  body: z.strictObject({
    status: z.string().min(1).max(50).openapi({ description: "One of the client's stages." }),
  }),
  answer: leadSchema,
  async handle({ params, body: { status }, access, dependencies }) {
    const { lead, client } = await readLead(params.lead_id, access.scope, dependencies);
    const { stages, agency_id } = await readClient(client.id, access.scope, dependencies);
    if (!stages.includes(status)) throw notAStage(stages);
    const before = toLead(lead, { masked: client.masked, stages });
    const answer = { body: { ...before, status } };
    if (before.status === status) return { answer, audit: [] };
    const step = newActivity(lead, status, access.actor, dependencies);
    const told = await tellOfLead(
      { type: "lead.status_changed", change: { from: before.status, to: status, by: actorOf(step) } },
      { lead, activity: step },
      { scope: access.scope, client },
      dependencies,
    );
    return {
      answer,
      lead: {
        database: client.database,
        statements: [requireStatus(access.scope, lead), ...moveLead(access.scope, step), ...told.statements],
      },
      decideAnew: true,
      afterwards: told.afterwards,
      audit: [
        {
          agencyId: agency_id,
          clientId: client.id,
          action: "lead.moved",
          subject: { kind: "lead", id: lead.public_id },
          detail: { from: before.status, to: status },
        },
      ],
    };
  },
});

const notAStage = (stages: readonly string[]) => {
  const detail = `is not a stage of this client: it has ${stages.join(", ")}`;
  return apiProblem("invalid", `The status ${detail}.`, { errors: [{ field: "status", detail }] });
};
