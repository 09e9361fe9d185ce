import { getAdapter } from "@leadrelay/adapters/registry";
import type { ToldType } from "@leadrelay/contracts/event-type";

/**
 * What a destination of a kind is told where nobody says: new leads, and those that come back; one that writes to the person themselves the first alone,
 * and one that is told of stages those.
 */
export function usualEvents(kind: string): ToldType[] {
  const adapter = getAdapter(kind);
  if (adapter.takesStages === true) return [...stageEvents];
  return adapter.repliesBy === undefined ? ["lead.created", "lead.reengaged"] : ["lead.created"];
}

/** What says how far a lead came. */
export const stageEvents = [
  "lead.status_changed",
  "lead.crm_activity",
] as const satisfies readonly ToldType[];
