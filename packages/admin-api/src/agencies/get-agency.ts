import { readEndpoint } from "../endpoint/endpoint.ts";
import { agencyAnswer } from "./agency-answer.ts";
import { agencyParams, agencySchema } from "./agency-schema.ts";
import { readAgency } from "./read-agency.ts";

export const getAgency = readEndpoint({
  path: "/api/agencies/{agency_id}",
  operationId: "getAgency",
  tag: "Agencies",
  summary: "Show an agency",
  access: { permission: "agency:manage" },
  params: agencyParams,
  answer: agencySchema,
  async handle({ params, access, dependencies }) {
    const agency = await readAgency(params.agency_id, access.scope, dependencies);
    return { body: agencyAnswer(agency), version: agency.updated_at };
  },
});
