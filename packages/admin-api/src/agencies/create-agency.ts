import { z } from "@hono/zod-openapi";
import { insertAgency } from "@leadrelay/db/agencies/agencies";
import { requireActor } from "../access/require-actor.ts";
import { changeEndpoint } from "../endpoint/endpoint.ts";
import { invitationLink, newInvitation } from "../invitations/new-invitation.ts";
import { agencyAnswer } from "./agency-answer.ts";
import { agencyName, agencySchema } from "./agency-schema.ts";

export const createAgency = changeEndpoint({
  method: "post",
  path: "/api/agencies",
  operationId: "createAgency",
  tag: "Agencies",
  summary: "Add an agency, and invite its first owner",
  description:
    "The installation's owners add agencies; they do not see an agency's clients unless its owner invites them.",
  access: { permission: "installation:manage" },
  body: z.strictObject({
    name: agencyName,
    owner_email: z.email().max(254).toLowerCase(),
  }),
  status: 201,
  answer: z.object({
    agency: agencySchema,
    link: z.url().openapi({ description: "The owner's invitation. Shown once, good for 14 days." }),
  }),
  async handle({ body, access, dependencies, request }) {
    const at = dependencies.now();
    const id = `agc_${dependencies.newId()}`;
    const agency = {
      id,
      name: body.name,
      hue: null,
      logo_id: null,
      is_installation: false,
      created_at: at,
      updated_at: at,
      deleted_at: null,
    };
    const scope = { ...access.scope, agencyIds: [...access.scope.agencyIds, id] };
    const offer = { agency_id: id, role: "agency_owner", client_ids: [], email: body.owner_email } as const;
    const invitation = await newInvitation(
      { ...offer, client_ids: [] },
      requireActor(access).name,
      scope,
      dependencies,
    );
    return {
      control: [insertAgency(access.scope, agency), invitation.statement],
      audit: [
        {
          agencyId: id,
          clientId: null,
          action: "agency.created",
          subject: { kind: "agency", id },
          detail: { name: body.name },
        },
      ],
      answer: {
        body: {
          agency: agencyAnswer(agency),
          link: invitationLink(dependencies.publicUrl ?? request.origin, invitation.token),
        },
        version: at,
        headers: { location: `/api/agencies/${id}` },
      },
    };
  },
});
