import { destinationKinds, getAdapter } from "@leadrelay/adapters/registry";
import { isAlertType, type ToldType } from "@leadrelay/contracts/event-type";
import { apiProblem } from "../problems/api-problem.ts";

/** A kind that files leads would make a lead of an alert. Throws the 422 that names those which take them. */
export function requireTakes(kind: string, eventTypes: readonly ToldType[] = []): void {
  const alerts = eventTypes.filter(isAlertType);
  if (alerts.length === 0 || getAdapter(kind).takesAlerts === true) return;
  const takers = destinationKinds.filter((one) => getAdapter(one).takesAlerts === true);
  const others = takers.length === 0 ? "" : `; destinations of kind ${takers.join(", ")} do`;
  const detail = `should not name ${alerts.join(", ")}: a ${kind} destination takes leads and no alerts${others}`;
  throw apiProblem("invalid", `event_types ${detail}.`, { errors: [{ field: "event_types", detail }] });
}
