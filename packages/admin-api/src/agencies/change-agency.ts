import { z } from "@hono/zod-openapi";
import { updateAgency } from "@leadrelay/db/agencies/agencies";
import { changeEndpoint } from "../endpoint/endpoint.ts";
import { versionGuard } from "../endpoint/version-guard.ts";
import { agencyName, agencyParams, agencySchema } from "./agency-schema.ts";
import { readAgency } from "./read-agency.ts";

export const changeAgency = changeEndpoint({
  method: "patch",
  path: "/api/agencies/{agency_id}",
  operationId: "changeAgency",
  tag: "Agencies",
  summary: "Rename an agency",
  access: { permission: "agency:manage" },
  params: agencyParams,
  body: z.strictObject({ name: agencyName }),
  versioned: true,
  answer: agencySchema,
  async handle({ params, body, access: { scope }, dependencies, expectedVersion }) {
    const before = await readAgency(params.agency_id, scope, dependencies);
    const guard = versionGuard(scope, "agencies", before, expectedVersion, dependencies.now());
    const agency = { ...before, ...body, updated_at: guard.version };
    return {
      control: [guard.statement, updateAgency(scope, agency)],
      audit: [
        {
          agencyId: agency.id,
          clientId: null,
          action: "agency.changed",
          subject: { kind: "agency", id: agency.id },
          detail: body,
        },
      ],
      answer: { body: agency, version: agency.updated_at },
    };
  },
});
