import { samplePayload } from "@leadrelay/adapters/make/sample-payload";
import { noMapping } from "@leadrelay/core/fields/field-mapping";
import { postedBy } from "@leadrelay/core/shape/posted";
import type { ToldType } from "@leadrelay/contracts/event-type";
import type { ToldLead } from "@leadrelay/core/shape/lead-values";
import type { DestinationDetails } from "@leadrelay/db/destinations/destination-details";
import { formMappings, type FormMappings } from "@leadrelay/db/forms/form-mappings";
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

/** Leads that a filter is tried by at most. */
export const mostTried = 50;
const usuallyTried = 20;

/** The client's last leads, newest first. */
export async function lastLeads(
  { client_id }: Pick<DestinationDetails, "client_id">,
  scope: OperatorScope,
  dependencies: AdminDependencies,
  last: number = usuallyTried,
): Promise<TriedLead[]> {
  const lead = dependencies.leadDatabase(clientInScope(scope, client_id).database);
  const found = await runOne(lead, sampleSubmissions(scope, client_id, { last }));
  return toTried(found, scope, dependencies);
}

/** The lead, or the submission, with this id. Throws the 404. */
export async function namedLead(
  { client_id }: Pick<DestinationDetails, "client_id">,
  id: string,
  scope: OperatorScope,
  dependencies: AdminDependencies,
): Promise<TriedLead> {
  const lead = dependencies.leadDatabase(clientInScope(scope, client_id).database);
  const found = await runOne(lead, sampleSubmissions(scope, client_id, { id }));
  const [tried] = await toTried(found, scope, dependencies);
  if (tried === undefined) throw notFound("lead");
  return tried;
}

async function toTried(
  found: readonly SampleSubmission[],
  scope: OperatorScope,
  { control }: Pick<AdminDependencies, "control">,
): Promise<TriedLead[]> {
  if (found.length === 0) return [];
  const mappings = await runOne(
    control,
    formMappings(
      scope,
      found.map(({ form_id }) => form_id),
    ),
  );
  return found.map((one) => triedOf(one, mappings));
}

const triedOf = (
  { public_id, form_id, payload_json, event }: SampleSubmission,
  mappings: FormMappings,
): TriedLead => ({
  id: public_id,
  event,
  payload: event.payload,
  attribution: event.attribution,
  ...postedBy(payload_json, mappings.get(form_id) ?? noMapping),
  delivery_public_id: sampleLead(0).delivery_public_id,
});
