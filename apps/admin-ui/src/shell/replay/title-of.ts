import type { Schemas } from "../../api.ts";
import { span } from "../../format/time.ts";
import { replays } from "../../texts/replays.ts";

/** All had their turn, and some wait for the receiver's answer yet. */
export const isUnderWay = (replay: Schemas["ReplayStanding"] | undefined): boolean =>
  replay?.state === "running" || (replay?.state === "done" && replay.progress.waiting > 0);

/** Where a replay is, in a line. */
export function titleOf(replay: Schemas["ReplayStanding"]): string {
  const { state, summary, examined, progress } = replay;
  const { titles } = replays;
  switch (state) {
    case "planning":
      return titles.planning(examined ?? 0);
    case "planned":
      return titles.planned(
        summary.count,
        summary.is_complete,
        summary.estimated_ms === null ? null : span(summary.estimated_ms),
      );
    case "running":
      return titles.running;
    case "done":
      return isUnderWay(replay) ? titles.running : titles.done;
    case "cancelled":
      return replays.cancelled(progress.cancelled);
    case "empty":
      return titles.empty;
  }
}
