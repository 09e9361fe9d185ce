import { membershipsOf } from "@leadrelay/db/people/list-memberships";
import { deleteMemberships, requireOwner, upsertMemberships } from "@leadrelay/db/people/write-memberships";
import { runBatch } from "@leadrelay/db/run-batch";
import { z } from "@hono/zod-openapi";
import { changeEndpoint } from "../endpoint/endpoint.ts";
import { notFound } from "../http/api-problem.ts";
import { membershipSchema, operatorParams } from "./operator-schema.ts";
import { requireGrantable } from "./require-grantable.ts";
import { offeredRoleSchema } from "./role-schema.ts";
import { keptOwner } from "./kept-owner.ts";

export const setOperatorRole = changeEndpoint({
  method: "put",
  path: "/api/operators/{operator_id}/role",
  operationId: "setOperatorRole",
  tag: "Operators",
  summary: "Give an operator another role in an agency",
  description: "It replaces all that the operator was in that agency, as far as you may change it.",
  access: { permission: "operators:manage" },
  params: operatorParams,
  body: offeredRoleSchema,
  answer: z.object({ memberships: z.array(membershipSchema) }),
  async handle({ params, body, access: { scope }, dependencies }) {
    const [before] = await runBatch(dependencies.control, [membershipsOf(scope, params.operator_id)]);
    const [known] = before;
    if (known === undefined) throw notFound("operator");
    await requireGrantable(body, scope, dependencies);
    const replaced = before
      .filter(({ agency_id }) => agency_id === body.agency_id)
      .map((membership) => ({ ...membership, client_id: membership.client_id ?? "" }));
    const created_at = dependencies.now();
    const { agency_id, role } = body;
    const places = role === "agency_owner" ? [""] : body.client_ids;
    const rows = places.map((client_id) => ({
      operator_id: known.operator_id,
      agency_id,
      client_id,
      role,
      created_at,
    }));
    const { operator_id, email, name } = known;
    return {
      control: [
        deleteMemberships(scope, replaced),
        ...upsertMemberships(scope, rows),
        ...keptOwner(replaced, scope, requireOwner),
      ],
      audit: [
        {
          agencyId: agency_id,
          clientId: body.client_ids.length === 1 ? (body.client_ids[0] ?? null) : null,
          action: "operator.role_changed",
          subject: { kind: "operator", id: operator_id },
          detail: { role, client_ids: body.client_ids },
        },
      ],
      answer: {
        body: {
          memberships: rows.map((row) => ({
            ...row,
            email,
            name,
            client_id: row.client_id === "" ? null : row.client_id,
          })),
        },
      },
    };
  },
});
