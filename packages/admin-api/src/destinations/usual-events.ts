import { getAdapter } from "@leadrelay/adapters/registry";
import type { ToldType } from "@leadrelay/contracts/event-type";

/** What a destination of a kind is told where nobody says: new leads, and those that come back; one that writes to the person themselves the first alone. */
export const usualEvents = (kind: string): ToldType[] =>
  getAdapter(kind).repliesBy === undefined ? ["lead.created", "lead.reengaged"] : ["lead.created"];
