import { samplePayload } from "@leadrelay/adapters/make/sample-payload";
import { messageIn } from "@leadrelay/core/shape/message-in";
import type { ToldType } from "@leadrelay/contracts/event-type";
import type { ToldLead } from "@leadrelay/core/shape/lead-values";
import type { DestinationDetails } from "@leadrelay/db/destinations/destination-details";
import { runOne } from "@leadrelay/db/run-batch";
import type { OperatorScope } from "@leadrelay/db/scope";
import { sampleSubmissions, type SampleSubmission } from "@leadrelay/db/submissions/sample-submissions";
import { clientInScope } from "../access/client-in-scope.ts";
import type { AdminDependencies } from "../dependencies.ts";
import { notFound } from "../problems/api-problem.ts";

/** A lead by which a shape is tried; `id` is its submission's, null of the sample. */
export interface TriedLead extends ToldLead {
  id: string | null;
  event: ToldLead["event"] & { type: ToldType };
  payload_json: string;
}

/** Nobody's. */
export const sampleLead = (nowMs: number): TriedLead => ({
  id: null,
  event: { id: "00000000-0000-8000-8000-000000000001", type: "lead.created", created_at: nowMs },
  payload: samplePayload,
  attribution: { first: null, latest: null },
  message: "Please call me after six.",
  payload_json: "{}",
  delivery_public_id: "00000000-0000-8000-8000-000000000002",
});

const mostTried = 20;

/** The client's last leads. */
export async function lastLeads(
  { client_id }: Pick<DestinationDetails, "client_id">,
  scope: OperatorScope,
  dependencies: AdminDependencies,
): Promise<TriedLead[]> {
  const lead = dependencies.leadDatabase(clientInScope(scope, client_id).database);
  return (await runOne(lead, sampleSubmissions(scope, client_id, { last: mostTried }))).map(toTried);
}

/** The lead, or the submission, with this id. Throws the 404. */
export async function namedLead(
  { client_id }: Pick<DestinationDetails, "client_id">,
  id: string,
  scope: OperatorScope,
  dependencies: AdminDependencies,
): Promise<TriedLead> {
  const lead = dependencies.leadDatabase(clientInScope(scope, client_id).database);
  const [found] = await runOne(lead, sampleSubmissions(scope, client_id, { id }));
  if (found === undefined) throw notFound("lead");
  return toTried(found);
}

const toTried = ({ public_id, payload_json, event }: SampleSubmission): TriedLead => ({
  id: public_id,
  event,
  payload: event.payload,
  attribution: event.attribution,
  message: messageIn(payload_json),
  payload_json,
  delivery_public_id: sampleLead(0).delivery_public_id,
});
