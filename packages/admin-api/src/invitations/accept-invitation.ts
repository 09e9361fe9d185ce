import { z } from "@hono/zod-openapi";
import { operatorByEmail, requireAccount } from "@leadrelay/db/operators/operator-by-email";
import {
  grantByEmail,
  invitationByToken,
  settleInvitation,
  type Invitation,
  type NamedInvitation,
} from "@leadrelay/db/invitations/invitations";
import { runOne } from "@leadrelay/db/run-batch";
import type { OperatorScope } from "@leadrelay/db/scope";
import type { AdminDependencies } from "../dependencies.ts";
import { changeEndpoint } from "../endpoint/endpoint.ts";
import { apiProblem, notFound } from "../problems/api-problem.ts";
import { sha256Hex } from "../http/sha256-hex.ts";
import { auditEachClient } from "../operators/audit-each-client.ts";
import { roleSchema } from "../operators/role-schema.ts";
import { createOperator } from "../sign-in/create-operator.ts";
import { proveAccount } from "./prove-account.ts";
import { stateOf } from "./invitation-schema.ts";

export const acceptInvitation = changeEndpoint({
  method: "post",
  path: "/api/invitations/accept",
  operationId: "acceptInvitation",
  tag: "Operators",
  summary: "Accept an invitation with the token of its link",
  description:
    "Somebody new chooses a name and a password. Whoever has an account proves it: by being signed in to it, or by its password where it has no second factor. Until then every refusal is the same, and says nothing of whether there is an account.",
  access: "everyone",
  body: z.strictObject({
    token: z.string().min(1).max(200),
    name: z.string().trim().max(200).optional(),
    password: z.string().max(1000).optional(),
  }),
  answer: z
    .object({
      email: z.string(),
      agency_name: z.string(),
      client_names: z
        .array(z.string())
        .openapi({ description: "What the clients are called that the role is for; none: all of them." }),
      role: roleSchema,
      new_account: z.boolean(),
    })
    .openapi("AcceptedInvitation"),
  async handle({ body, access, dependencies, request: { address } }) {
    const { scope } = access;
    const invitation = await findOpen(body.token, scope, dependencies);
    const [known] = await runOne(dependencies.control, operatorByEmail(scope, invitation.email));
    const given = { password: body.password ?? "", access, dependencies, address };
    await proveAccount(known, invitation.email, given);
    const account = known === undefined ? await newAccount(invitation, body, dependencies) : undefined;
    const actor = {
      kind: "operator",
      id: known?.id ?? account?.id ?? "",
      name: invitation.email,
    } as const;
    const at = dependencies.now();
    return {
      control: [
        ...settleInvitation(scope, invitation.id, "accepted_at", at),
        ...(account?.statements ?? []),
        requireAccount(scope, invitation.email, actor.id),
        grantByEmail(scope, invitation, at),
      ],
      conflicts: { unchanged: "Somebody used this link, or took it back, at the same moment." },
      audit: auditEachClient(invitation, {
        action: "invitation.accepted",
        subject: { kind: "invitation", id: invitation.id },
        detail: { role: invitation.role },
        actor,
      }),
      answer: {
        body: {
          email: invitation.email,
          agency_name: invitation.agency_name,
          client_names: invitation.client_names,
          role: invitation.role,
          new_account: account !== undefined,
        },
      },
    };
  },
});

/** The open invitation of a link. Throws 404 for no token of ours, 409 for one that is over. */
export async function findOpen(
  token: string,
  scope: OperatorScope,
  { control, now }: AdminDependencies,
): Promise<NamedInvitation> {
  const [found] = await runOne(control, invitationByToken(scope, await sha256Hex(token)));
  if (found === undefined) throw notFound("invitation");
  const state = stateOf(found, now());
  if (state !== "open")
    throw apiProblem("conflict", `This invitation is ${state}. Ask ${found.invited_by} for a new one.`);
  return found;
}

async function newAccount(
  { email }: Invitation,
  { name, password }: { name?: string | undefined; password?: string | undefined },
  { now, newId }: AdminDependencies,
) {
  const made = await createOperator({ email, name: name ?? "", password: password ?? "" }, { now, newId });
  if (made.kind === "ok") return made;
  throw apiProblem("invalid", made.because, { errors: [{ field: made.field, detail: made.because }] });
}
