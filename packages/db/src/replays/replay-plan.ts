import type { ReplayFilter, ReplayPart, ReplayState, ReplaySummary } from "@leadrelay/contracts/replay";
import type { Scope } from "../scope.ts";
import { isInScope } from "../scope/is-in-scope.ts";
import type { ReplayPlansTable } from "../tables/replay-plans-table.ts";

/** What is to be sent again, once somebody applies it. Times in ms. */
export interface ReplayPlan {
  /** A UUIDv7. */
  id: string;
  created_by: string;
  filter: ReplayFilter;
  /** What failed, or was created, later is not the plan's. */
  until: number;
  /** Requests a second at each destination; null: as fast as they go. */
  per_second: number | null;
  parts: ReplayPart[];
  summary: ReplaySummary;
  state: ReplayState;
  created_at: number;
  /** Until when it can be applied. */
  expires_at: number;
  applied_by: string | null;
  applied_at: number | null;
  /** When it was done or cancelled. */
  finished_at: number | null;
}

export const toReplayPlan = ({
  filter_json,
  parts_json,
  summary_json,
  ...row
}: ReplayPlansTable): ReplayPlan => ({
  ...row,
  filter: JSON.parse(filter_json) as ReplayFilter,
  parts: JSON.parse(parts_json) as ReplayPart[],
  summary: JSON.parse(summary_json) as ReplaySummary,
});

/** A plan is seen, applied and cancelled by whoever may touch every client in it. */
export const isPlanWithin = (scope: Scope, { parts }: Pick<ReplayPlan, "parts">): boolean =>
  parts.every(({ client_id }) => isInScope(scope, client_id));
