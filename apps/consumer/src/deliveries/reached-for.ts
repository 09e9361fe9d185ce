import type { DeliveryDependencies } from "@leadrelay/delivery/delivery-dependencies";
import { noMapping, type FieldMapping } from "@leadrelay/core/fields/field-mapping";
import { formMappings } from "@leadrelay/db/forms/form-mappings";
import { runOne } from "@leadrelay/db/run-batch";
import { pipelineScope } from "@leadrelay/db/scope";
import { withRepeats } from "@leadrelay/db/with-repeats";
import { callbackUrl } from "../callbacks/callback-url.ts";
import type { Dependencies } from "../dependencies.ts";
import { urlRules } from "../url-rules.ts";

/** What deliveries of one lead database reach and go by. @param database its D1 binding */
export const reachedFor = (database: string, dependencies: Dependencies): DeliveryDependencies => ({
  control: dependencies.control,
  lead: dependencies.leadDatabase(database),
  sealer: dependencies.sealer,
  fetch: dependencies.fetch,
  sendEmail: dependencies.sendEmail,
  now: dependencies.now,
  random: dependencies.random,
  wait: dependencies.wait,
  environment: dependencies.config.environment,
  retrySchedule: dependencies.config.retrySchedule,
  timeoutMs: dependencies.config.deliveryTimeoutMs,
  callbackUrl: (destination, deliveryId) => callbackUrl(destination, deliveryId, dependencies),
  mappingOf: mappingsOf(dependencies),
  knownShapes: dependencies.knownShapes,
  keepsExchanges: dependencies.config.exchangesKeptMs > 0,
  ...urlRules(dependencies),
});

/** Each form's is read once, however many of its leads go out; D1 that stumbles costs no try. */
function mappingsOf(
  dependencies: Pick<Dependencies, "control" | "wait" | "random">,
): DeliveryDependencies["mappingOf"] {
  const read = new Map<string, Promise<FieldMapping>>();
  return (formId) => {
    const known = read.get(formId) ?? readMapping(formId, dependencies);
    read.set(formId, known);
    return known;
  };
}

async function readMapping(
  formId: string,
  { control, ...repeats }: Pick<Dependencies, "control" | "wait" | "random">,
) {
  const ask = () => runOne(control, formMappings(pipelineScope, [formId]));
  return (await withRepeats(ask, repeats)).get(formId) ?? noMapping;
}
