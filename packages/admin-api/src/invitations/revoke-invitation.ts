import { z } from "@hono/zod-openapi";
import { invitationById, settleInvitation } from "@leadrelay/db/invitations/invitations";
import { runOne } from "@leadrelay/db/run-batch";
import { changeEndpoint } from "../endpoint/endpoint.ts";
import { apiProblem, notFound } from "../problems/api-problem.ts";
import { auditEachClient } from "../operators/audit-each-client.ts";
import { invitationSchema, stateOf, toInvitationResource } from "./invitation-schema.ts";

export const revokeInvitation = changeEndpoint({
  method: "delete",
  path: "/api/invitations/{invitation_id}",
  operationId: "revokeInvitation",
  tag: "Operators",
  summary: "Take an invitation back",
  access: { permission: "operators:manage" },
  params: z.object({ invitation_id: z.string().min(1).max(100) }),
  answer: invitationSchema,
  async handle({ params, access: { scope }, dependencies: { control, now } }) {
    const [found] = await runOne(control, invitationById(scope, params.invitation_id));
    if (found === undefined) throw notFound("invitation");
    const at = now();
    const state = stateOf(found, at);
    if (state === "accepted") throw apiProblem("conflict", "It was accepted: remove the operator instead.");
    const revoked = { ...found, revoked_at: found.revoked_at ?? at };
    return {
      control: state === "revoked" ? [] : settleInvitation(scope, found.id, "revoked_at", at),
      audit:
        state === "revoked"
          ? []
          : auditEachClient(found, {
              action: "invitation.revoked",
              subject: { kind: "invitation", id: found.id },
            }),
      answer: { body: toInvitationResource(revoked, at) },
    };
  },
});
