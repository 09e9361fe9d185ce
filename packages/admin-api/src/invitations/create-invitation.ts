import { z } from "@hono/zod-openapi";
import { agencyNameById } from "@leadrelay/db/agencies/agencies";
import { requireInviter } from "@leadrelay/db/invitations/open-invitations";
import { runOne } from "@leadrelay/db/run-batch";
import { changeEndpoint } from "../endpoint/endpoint.ts";
import { requireActor } from "../access/require-actor.ts";
import { auditEachClient } from "../operators/audit-each-client.ts";
import { requireGrantableRole } from "../operators/require-grantable-role.ts";
import { offeredRoleSchema } from "../operators/role-schema.ts";
import { invitationSchema } from "./invitation-schema.ts";
import { invitationLink, newInvitation } from "./new-invitation.ts";

const email = z.email().max(254).toLowerCase().openapi({ example: "asha@example.com" });

export const createInvitation = changeEndpoint({
  method: "post",
  path: "/api/invitations",
  operationId: "createInvitation",
  tag: "Operators",
  summary: "Invite somebody, by a link you hand over",
  description:
    "LeadRelay sends no mail: give the link to the person yourself. It is shown once and good for 14 days.",
  access: { permission: "operators:manage" },
  body: z.strictObject({ email, ...offeredRoleSchema.shape }).check((check) => {
    const { agency_id, role, client_ids } = check.value;
    const read = offeredRoleSchema.safeParse({ agency_id, role, client_ids });
    for (const { message, path } of read.error?.issues ?? [])
      check.issues.push({ code: "custom", input: client_ids, message, path: [...path] });
  }),
  status: 201,
  answer: z.object({
    invitation: invitationSchema,
    link: z.url().openapi({ description: "Shown once. Who has it may accept." }),
  }),
  async handle({ body, access, dependencies, request }) {
    const actor = requireActor(access);
    await requireGrantableRole(body, access.scope, dependencies);
    const made = await newInvitation(body, actor.name, access.scope, dependencies);
    const [agencyName] = await runOne(dependencies.control, agencyNameById(access.scope, body.agency_id));
    const { client_ids, ...offered } = body;
    return {
      // Who was removed since the request was let in issues nothing any more.
      control: [
        ...(actor.kind === "operator" ? [requireInviter(access.scope, actor.id, body)] : []),
        made.statement,
      ],
      audit: auditEachClient(body, {
        action: "invitation.created",
        subject: { kind: "invitation", id: made.id },
        detail: { role: body.role },
      }),
      answer: {
        body: {
          invitation: {
            ...offered,
            client_ids,
            id: made.id,
            agency_name: agencyName ?? "",
            invited_by: actor.name,
            state: "open" as const,
            created_at: made.createdAt,
            expires_at: made.expiresAt,
          },
          link: invitationLink(dependencies.publicUrl ?? request.origin, made.token),
        },
      },
    };
  },
});
