import { findBlocked } from "@leadrelay/db/submissions/blocked-submissions";
import { auditReads } from "../access/audit-reads.ts";
import { isMasked } from "../access/is-masked.ts";
import { readEndpoint } from "../endpoint/endpoint.ts";
import { notFound } from "../problems/api-problem.ts";
import { askLeadDatabases } from "../lead-databases/ask-lead-databases.ts";
import { blockedDetailsSchema } from "./blocked-schema.ts";
import { submissionParams } from "./submission-schema.ts";
import { toBlockedDetails } from "./to-blocked.ts";

export const getBlocked = readEndpoint({
  path: "/api/blocked-submissions/{submission_id}",
  operationId: "getBlockedSubmission",
  tag: "Submissions",
  summary: "Show what was posted from a blocked address",
  access: { permission: "leads:read" },
  params: submissionParams,
  answer: blockedDetailsSchema,
  async handle({ params: { submission_id: id }, access, dependencies }) {
    const { scope } = access;
    const found = await askLeadDatabases(scope, dependencies, (ids) => findBlocked(scope, ids, id));
    const [row] = found.flat();
    if (row === undefined) throw notFound("blocked submission");
    const body = toBlockedDetails(row, isMasked(scope, row.client_id));
    const subject = { kind: "submission", id };
    return { body, audit: auditReads(access, { action: "submission.read", rows: [body], subject }) };
  },
});
