import { z } from "@hono/zod-openapi";
import { insertPasswordReset } from "@leadrelay/db/sign-in/password-resets";
import { operatorByEmail } from "@leadrelay/db/operators/operator-by-email";
import { runOne } from "@leadrelay/db/run-batch";
import { requireActor } from "../access/require-actor.ts";
import { changeEndpoint } from "../endpoint/endpoint.ts";
import { tokenLink } from "../html/token-link.ts";
import { notFound } from "../problems/api-problem.ts";
import { newToken } from "../http/new-token.ts";
import { sha256Hex } from "../http/sha256-hex.ts";

const goodForMs = 24 * 3_600_000;

export const createPasswordReset = changeEndpoint({
  method: "post",
  path: "/api/password-resets",
  operationId: "createPasswordReset",
  tag: "Operators",
  summary: "Give somebody who forgot the password a link to choose another",
  description:
    "Only the installation's owners: an account may belong to several agencies, and whoever has the link has the account. LeadRelay sends no mail: hand the link over yourself. It is good once, for a day.",
  access: { permission: "installation:manage" },
  body: z.strictObject({ email: z.email().max(254).toLowerCase() }),
  status: 201,
  answer: z.object({
    link: z.url().openapi({ description: "Shown once." }),
    expires_at: z.int(),
  }),
  async handle({ body, access, dependencies: { control, now, publicUrl }, request }) {
    const [operator] = await runOne(control, operatorByEmail(access.scope, body.email));
    if (operator === undefined) throw notFound("account");
    const actor = requireActor(access);
    const token = newToken();
    const created_at = now();
    const expires_at = created_at + goodForMs;
    const row = {
      token_hash: await sha256Hex(token),
      operator_id: operator.id,
      created_by: actor.id,
      created_at,
      expires_at,
      used_at: null,
    };
    return {
      control: [insertPasswordReset(access.scope, row)],
      audit: [
        {
          agencyId: access.scope.agencyIds[0] ?? null,
          clientId: null,
          action: "password_reset.created",
          subject: { kind: "operator", id: operator.id },
        },
      ],
      answer: {
        body: { link: tokenLink(publicUrl ?? request.origin, "/password", token), expires_at },
      },
    };
  },
});
