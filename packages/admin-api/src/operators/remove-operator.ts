import { z } from "@hono/zod-openapi";
import { membershipsOf } from "@leadrelay/db/operators/list-memberships";
import { deleteMemberships } from "@leadrelay/db/operators/write-memberships";
import { runOne } from "@leadrelay/db/run-batch";
import { changeEndpoint } from "../endpoint/endpoint.ts";
import { notFound } from "../problems/api-problem.ts";
import { auditRoles } from "./audit-roles.ts";
import { changeable } from "./changeable.ts";
import { ownerGuards, withoutOwner } from "./owner-guards.ts";
import { findLeftBehind, leftBehindFields } from "./find-left-behind.ts";
import { operatorParams } from "./operator-schema.ts";

export const removeOperator = changeEndpoint({
  method: "delete",
  path: "/api/operators/{operator_id}",
  operationId: "removeOperator",
  tag: "Operators",
  summary: "Take away all that an operator may do in your agencies and clients",
  description:
    "At once: what may be done is looked up for each request. Open invitations of theirs end with it. The account stays, for other agencies, and so do access keys they made: the answer names them.",
  access: { permission: "operators:manage" },
  params: operatorParams,
  answer: z.object({
    removed: z.int().openapi({ description: "How many roles were taken away." }),
    ...leftBehindFields,
  }),
  async handle({ params, access: { scope }, dependencies }) {
    const before = await runOne(dependencies.control, membershipsOf(scope, params.operator_id));
    const taken = changeable(before, scope);
    const [known] = taken;
    if (known === undefined) throw notFound("operator");
    const left = await findLeftBehind(known, { taken, given: [] }, scope, dependencies);
    const agencies = [...new Set(taken.map(({ agency_id }) => agency_id))];
    return {
      control: [
        deleteMemberships(scope, params.operator_id, agencies),
        ...left.control,
        ...ownerGuards(agencies, scope),
      ],
      conflicts: withoutOwner,
      audit: [
        ...auditRoles(params.operator_id, "operator.removed", { before: taken, after: [] }),
        ...left.audit,
      ],
      answer: { body: { removed: taken.length, ...left.shown } },
    };
  },
});
