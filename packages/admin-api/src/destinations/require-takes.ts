import { destinationKinds, getAdapter } from "@leadrelay/adapters/registry";
import { isNoticeType, type ToldType } from "@leadrelay/contracts/event-type";
import { apiProblem } from "../problems/api-problem.ts";

/** A kind that files leads would make a lead of a notice. Throws the 422 that names those which take them. */
export function requireTakes(kind: string, eventTypes: readonly ToldType[] = []): void {
  const notices = eventTypes.filter(isNoticeType);
  if (notices.length === 0 || getAdapter(kind).takesNotices === true) return;
  const takers = destinationKinds.filter((one) => getAdapter(one).takesNotices === true);
  const others = takers.length === 0 ? "" : `; destinations of kind ${takers.join(", ")} do`;
  const detail = `should not name ${notices.join(", ")}: a ${kind} destination takes new and changed leads alone${others}`;
  throw apiProblem("invalid", `event_types ${detail}.`, { errors: [{ field: "event_types", detail }] });
}
