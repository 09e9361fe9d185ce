import { destinationKinds, getAdapter } from "@leadrelay/adapters/registry";
import { isNoticeType, type ToldType } from "@leadrelay/contracts/event-type";
import { stageEvents } from "./usual-events.ts";
import { apiProblem } from "../problems/api-problem.ts";

/**
 * A kind that files leads would make a lead of a notice, one that writes to a person does so once, and one that is told how far leads came could do nothing with all else. Throws the 422 that says what it takes, and
 * which kinds take notices.
 */
export function requireTakes(kind: string, eventTypes: readonly ToldType[] = []): void {
  const adapter = getAdapter(kind);
  const others = eventTypes.filter((type) => type !== "lead.created");
  if (adapter.repliesBy !== undefined && others.length > 0)
    refuse(
      `name lead.created alone, and not ${others.join(", ")}: a ${kind} destination writes to a person once, when they are new`,
    );
  const beside = eventTypes.filter((type) => !stageEvents.some((one) => one === type));
  if (adapter.takesStages === true) {
    if (beside.length === 0) return;
    refuse(
      `name ${stageEvents.join(" and ")} alone, and not ${beside.join(", ")}: a ${kind} destination is told how far leads came`,
    );
  }
  const notices = eventTypes.filter(isNoticeType);
  if (notices.length === 0 || adapter.takesNotices === true) return;
  const takers = destinationKinds.filter((one) => getAdapter(one).takesNotices === true);
  const hint = takers.length === 0 ? "" : `; destinations of kind ${takers.join(", ")} do`;
  refuse(`not name ${notices.join(", ")}: a ${kind} destination takes new and changed leads alone${hint}`);
}

function refuse(what: string): never {
  const detail = `should ${what}`;
  throw apiProblem("invalid", `event_types ${detail}.`, { errors: [{ field: "event_types", detail }] });
}
