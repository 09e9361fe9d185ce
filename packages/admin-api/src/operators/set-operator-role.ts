import { membershipsOf } from "@leadrelay/db/operators/list-memberships";
import { placesOfRole } from "@leadrelay/db/operators/places-of-role";
import { deleteMemberships, upsertMemberships } from "@leadrelay/db/operators/write-memberships";
import { runOne } from "@leadrelay/db/run-batch";
import { z } from "@hono/zod-openapi";
import { changeEndpoint } from "../endpoint/endpoint.ts";
import { apiProblem, notFound } from "../problems/api-problem.ts";
import { auditRoles } from "./audit-roles.ts";
import { changeable } from "./changeable.ts";
import { findLeftBehind, leftBehindFields } from "./find-left-behind.ts";
import { membershipSchema, operatorParams } from "./operator-schema.ts";
import { requireGrantableRole } from "./require-grantable-role.ts";
import { offeredRoleSchema } from "./role-schema.ts";
import { ownerGuards, withoutOwner } from "./owner-guards.ts";

export const setOperatorRole = changeEndpoint({
  method: "put",
  path: "/api/operators/{operator_id}/role",
  operationId: "setOperatorRole",
  tag: "Operators",
  summary: "Give an operator another role in an agency",
  description:
    "It replaces all that the operator was in that agency, as far as you may change it. Open invitations end that they could not issue any more; access keys they made stay, and the answer names those where they manage keys no more.",
  access: { permission: "operators:manage" },
  params: operatorParams,
  body: offeredRoleSchema,
  answer: z.object({ memberships: z.array(membershipSchema), ...leftBehindFields }),
  async handle({ params, body, access: { scope }, dependencies }) {
    const before = await runOne(dependencies.control, membershipsOf(scope, params.operator_id));
    const mine = changeable(before, scope);
    const [known] = mine;
    if (known === undefined) throw notFound("operator");
    await requireGrantableRole(body, scope, dependencies);
    const places = placesOfRole(body);
    if (before.some((one) => !mine.includes(one) && places.includes(one.client_id ?? "")))
      throw apiProblem("not-permitted", "The agency gave this role: only its owner changes it.");
    const created_at = dependencies.now();
    const { agency_id, role } = body;
    const taken = mine.filter((one) => one.agency_id === agency_id);
    const rows = places.map((client_id) => ({
      operator_id: known.operator_id,
      agency_id,
      client_id,
      role,
      created_at,
    }));
    const { operator_id, email, name } = known;
    const memberships = rows.map((row) => ({ ...row, email, name, client_id: row.client_id || null }));
    const left = await findLeftBehind(known, { taken, given: memberships }, scope, dependencies);
    return {
      control: [
        deleteMemberships(scope, operator_id, [agency_id]),
        ...upsertMemberships(scope, rows),
        ...left.control,
        ...ownerGuards([agency_id], scope),
      ],
      conflicts: withoutOwner,
      audit: [
        ...auditRoles(operator_id, "operator.role_changed", { before: taken, after: memberships }),
        ...left.audit,
      ],
      answer: { body: { memberships, ...left.shown } },
    };
  },
});
