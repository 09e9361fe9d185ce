import type { DeliveryDependencies } from "@leadrelay/delivery/delivery-dependencies";
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
  knownShapes: dependencies.knownShapes,
  keepsExchanges: dependencies.config.exchangesKeptMs > 0,
  ...urlRules(dependencies),
});
