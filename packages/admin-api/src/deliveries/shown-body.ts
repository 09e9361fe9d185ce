import type { SentDelivery } from "@leadrelay/adapters/adapter";
import { destinationKinds, getAdapter } from "@leadrelay/adapters/registry";
import { noMapping } from "@leadrelay/core/fields/field-mapping";
import { postedBy, type Posted } from "@leadrelay/core/shape/posted";
import type { DestinationDetails } from "@leadrelay/db/destinations/destination-details";
import { findDestination } from "@leadrelay/db/destinations/find-destination";
import { formMappings } from "@leadrelay/db/forms/form-mappings";
import { runOne } from "@leadrelay/db/run-batch";
import type { OperatorScope } from "@leadrelay/db/scope";
import { openSettings } from "@leadrelay/delivery/open-settings";
import { needsForm } from "@leadrelay/delivery/needs-form";
import { shapeDelivery } from "@leadrelay/delivery/shape-delivery";
import { withMessage } from "@leadrelay/delivery/with-message";
import { sampleSubmissions } from "@leadrelay/db/submissions/sample-submissions";
import { clientInScope } from "../access/client-in-scope.ts";
import type { AdminDependencies } from "../dependencies.ts";

/**
 * A delivery's body as its receiver gets it by the settings and the mapping of now, without a mapping that breaks at this lead: by a new destination's where no key opens them, and the event's payload
 * as it is where the destination, or its kind, is not known any more.
 */
export async function shownBody(
  event: SentDelivery["event"],
  delivery: { id: string; destination_id: string },
  scope: OperatorScope,
  dependencies: Pick<AdminDependencies, "control" | "leadDatabase" | "sealer">,
): Promise<Record<string, unknown>> {
  const { control, sealer } = dependencies;
  const [destination] = await runOne(control, findDestination(scope, delivery.destination_id));
  if (destination === undefined || !destinationKinds.includes(destination.kind)) return { ...event.payload };
  const settings = await settingsOf(destination, sealer);
  const sent = { event, delivery_public_id: delivery.id };
  const form = await formOf(event, destination, scope, dependencies);
  const plain = withMessage(sent, destination.kind, form);
  const { callback_url, ...body } = getAdapter(destination.kind).sentBody(
    settings,
    mappedOf(plain, destination.shape_json, form),
  );
  // Made with each try, and shown with it.
  return callback_url == null ? body : { ...body, callback_url };
}

function mappedOf(plain: SentDelivery, shapeJson: string | null, form: Posted | null): SentDelivery {
  try {
    return shapeDelivery(plain, shapeJson, form);
  } catch {
    return plain;
  }
}

/** All that was posted, where what the person wrote or a field of the form stands in the body. */
async function formOf(
  { notice, payload }: SentDelivery["event"],
  { kind, client_id, shape_json }: DestinationDetails,
  scope: OperatorScope,
  { control, leadDatabase }: Pick<AdminDependencies, "control" | "leadDatabase">,
): Promise<Posted | null> {
  if (notice !== undefined || !needsForm({ kind, shape_json })) return null;
  const id = payload.lead_submission_public_id;
  const lead = leadDatabase(clientInScope(scope, client_id).database);
  const [found] = await runOne(lead, sampleSubmissions(scope, client_id, { id }));
  if (found === undefined) return null;
  const mappings = await runOne(control, formMappings(scope, [found.form_id]));
  return postedBy(found.payload_json, mappings.get(found.form_id) ?? noMapping);
}

async function settingsOf(destination: DestinationDetails, sealer: AdminDependencies["sealer"]) {
  const adapter = getAdapter(destination.kind);
  try {
    return adapter.parseSettings(await openSettings(destination, sealer));
  } catch {
    return adapter.parseSettings(adapter.exampleSettings);
  }
}
