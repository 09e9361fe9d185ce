import type { z } from "@hono/zod-openapi";
import type { ReplayFilter, ReplayState, ReplaySummary } from "@leadrelay/contracts/replay";
import type { ReplayRequest } from "@leadrelay/delivery/replay/plan-replay";
import type { OwnPlanning } from "./own-planning.ts";
import type { replaySchema, replayStandingSchema } from "./replay-schema.ts";
import { toFilter, toSummary } from "./to-replay.ts";

type Replay = z.input<typeof replaySchema>;

/** A plan that is not made yet, or will never be. Times in ms. */
interface Unmade {
  id: string | null;
  state: "planning" | "empty" | Extract<ReplayState, "cancelled">;
  summary: ReplaySummary;
  examined: number | null;
  /** What else waits, where it is empty. */
  elsewhere?: Replay["elsewhere"];
  createdAt: number;
  expiresAt: number;
}

/** What was asked, and how far its planning is. */
export const toUnmade = (
  { filter, perSecond, createdBy }: Pick<ReplayRequest, "perSecond" | "createdBy"> & { filter: ReplayFilter },
  { createdAt, expiresAt, summary, elsewhere = [], ...unmade }: Unmade,
): Replay => ({
  ...unmade,
  elsewhere,
  filter: toFilter(filter),
  per_second: perSecond ?? null,
  summary: toSummary(summary),
  created_by: createdBy,
  created_at: createdAt,
  expires_at: expiresAt,
  applied_by: null,
  applied_at: null,
  finished_at: null,
});

/** Of a plan of which nothing was looked at yet. */
const nothingCounted: ReplaySummary = {
  count: 0,
  messages: 0,
  oldest: null,
  newest: null,
  destinations: [],
  estimated_ms: null,
  skipped: {},
  is_complete: false,
};

const nothingSent = {
  planned: 0,
  scheduled: 0,
  delivered: 0,
  waiting: 0,
  dead: 0,
  cancelled: 0,
  taken_over: 0,
  queued: 0,
  skipped: [],
};

/** A plan that its author is making, as it stands. What it found so far is told by the step that found it. */
export const toUnmadeStanding = (
  id: string,
  { begunAt, lapsesAt, planning }: OwnPlanning,
): z.input<typeof replayStandingSchema> => ({
  ...toUnmade(planning ?? { filter: { status: "dead" }, createdBy: "" }, {
    id,
    state: "planning",
    summary: nothingCounted,
    examined: planning?.counting.examined ?? 0,
    createdAt: begunAt,
    expiresAt: lapsesAt,
  }),
  progress: nothingSent,
  estimated_end_at: null,
});
