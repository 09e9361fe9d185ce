import { eventIdsOf } from "@leadrelay/core/decide/event-ids-of";
import { parseTrace } from "@leadrelay/core/decide/parse-trace";
import { deliveriesOfEvents } from "@leadrelay/db/deliveries/deliveries-of-events";
import { findEvents } from "@leadrelay/db/events/find-events";
import type { StoredSubmission } from "@leadrelay/db/submissions/find-submission";
import { runBatch } from "@leadrelay/db/run-batch";
import { auditReads } from "../access/audit-reads.ts";
import { clientInScope } from "../access/client-in-scope.ts";
import { readDestinations } from "../deliveries/read-destinations.ts";
import { readEndpoint } from "../endpoint/endpoint.ts";
import { readSubmission } from "./read-submission.ts";
import { submissionDetailsSchema, submissionParams } from "./submission-schema.ts";
import { toSubmissionDetails } from "./to-submission-details.ts";

/** No client has so many destinations, but one may. */
const mostDeliveries = 100;

export const getSubmission = readEndpoint({
  path: "/api/submissions/{submission_id}",
  operationId: "getSubmission",
  tag: "Submissions",
  summary: "Show a submission: what was posted, why it was decided so, whom it reached",
  access: { permission: "leads:read" },
  params: submissionParams,
  answer: submissionDetailsSchema,
  async handle({ params, access, dependencies }) {
    const { scope } = access;
    const row = await readSubmission(params.submission_id, scope, dependencies);
    const { client_id, lead_id } = row;
    const client = clientInScope(scope, client_id);
    const keys = eventIdsOf(row).map((event_id) => ({ client_id, lead_id, event_id }));
    const [events, found] = await runBatch(dependencies.leadDatabase(client.database), [
      findEvents(scope, keys),
      deliveriesOfEvents(scope, keys, mostDeliveries + 1),
    ]);
    const deliveries = found.slice(0, mostDeliveries);
    const named = [...deliveries.map((one) => one.destination_id), ...traced(row)];
    const lookup = await readDestinations(named, scope, dependencies);
    const body = toSubmissionDetails(
      row,
      { events, deliveries, moreDeliveries: found.length > mostDeliveries, lookup },
      client.masked,
    );
    const subject = { kind: "submission", id: row.public_id };
    return { body, audit: auditReads(access, { action: "submission.read", rows: [body], subject }) };
  },
});

const traced = (row: StoredSubmission) => parseTrace(row)?.destinations.map(({ id }) => id) ?? [];
