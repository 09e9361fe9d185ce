import { insertNote } from "@leadrelay/db/leads/write-activity";
import { runOne } from "@leadrelay/db/run-batch";
import { reserveLeadId } from "@leadrelay/db/splits/reserve-lead-id";
import { splitStatements } from "@leadrelay/db/splits/split-statements";
import { wakeupKey } from "@leadrelay/delivery/due-again";
import { agencyOf } from "../access/agency-of.ts";
import { readDestinations } from "../deliveries/read-destinations.ts";
import { changeEndpoint } from "../endpoint/endpoint.ts";
import { leadParams } from "../leads/lead-schema.ts";
import { newActivity } from "../leads/new-activity.ts";
import { apiProblem } from "../problems/api-problem.ts";
import { findSplit } from "./find-split.ts";
import { splitBody, splitSchema } from "./split-schema.ts";
import { toSplit } from "./to-split.ts";

export const splitLead = changeEndpoint({
  method: "post",
  path: "/api/leads/{lead_id}/split",
  operationId: "splitLead",
  tag: "Leads",
  summary: "Make submissions of a lead a lead of their own",
  description:
    "As planned, or not at all. They go with what only they were known under, and are decided anew: the new lead is told as `lead.created`, once. What was sent of them before stays with the lead they leave; what waits to be sent as that lead's is cancelled. Asked again, it answers `done_before`.",
  access: { permission: "deliveries:replay" },
  params: leadParams,
  body: splitBody,
  answer: splitSchema,
  async handle({ params, body, access, dependencies }) {
    const { scope, actor } = access;
    const asked = { leadId: params.lead_id, submissionIds: body.submission_ids };
    const found = await findSplit(asked, scope, dependencies);
    const { lead, client, split } = found;
    if (split === null) return { answer: { body: toSplit(found, null) }, audit: [] };
    if (lead.submission_count !== body.version)
      throw apiProblem("conflict", "The lead changed since this was planned: plan it again.");
    const d1 = dependencies.leadDatabase(client.database);
    const id = await runOne(d1, reserveLeadId(scope));
    const plan = split.plan({ id, public_id: dependencies.newId() });
    const lookup = await readDestinations(
      plan.traces.map((trace) => trace.id),
      scope,
      dependencies,
    );
    const { newLead, moves } = plan;
    const nowMs = dependencies.now();
    const count = moves.length === 1 ? "1 submission" : `${moves.length} submissions`;
    const notes = [
      newActivity(lead, `Split: ${count} became lead ${newLead.public_id}.`, actor, dependencies),
      newActivity(
        { ...lead, ...newLead },
        `Split: ${count} had been taken for lead ${lead.public_id}.`,
        actor,
        dependencies,
      ),
    ];
    return {
      lead: {
        database: client.database,
        statements: [...splitStatements(scope, plan, nowMs), ...notes.map((note) => insertNote(scope, note))],
      },
      decideAnew: true,
      afterwards: async () => {
        const due = plan.deliveries.filter(({ status }) => status === "pending");
        await dependencies.replays.wakeWhenDue(
          client.database,
          due.map((delivery) => ({ key: wakeupKey(delivery, 0), at: nowMs })),
          null,
        );
      },
      audit: [
        {
          agencyId: agencyOf(access, client.id),
          clientId: client.id,
          action: "lead.split",
          subject: { kind: "lead", id: lead.public_id },
          detail: {
            new_lead_id: newLead.public_id,
            submission_ids: moves.map(({ public_id }) => public_id),
            deliveries: plan.deliveries.length,
            cancelled: plan.cancelled.length,
          },
        },
      ],
      answer: { body: toSplit(found, { plan, state: "done", lookup }) },
    };
  },
});
