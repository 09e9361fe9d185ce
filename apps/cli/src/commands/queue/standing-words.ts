import type { components } from "@leadrelay/client/schema.gen";
import type { Paint } from "../../output/paint.ts";
import { renderDetails } from "../../output/render-table.ts";
import { leftOut } from "./plan-words.ts";

type Standing = components["schemas"]["ReplayStanding"];

/** How many of the planned ones came to an end: arrived, failed again, or left out. */
export function endedCount({ progress }: Standing): number {
  const { delivered, dead, cancelled, taken_over, queued, skipped } = progress;
  return [delivered, dead, cancelled, taken_over, queued, ...skipped.map(({ count }) => count)].reduce(
    (sum, count) => sum + count,
    0,
  );
}

/** How many were sent again by now, of how many. */
export const progressWords = ({ progress }: Standing): string =>
  `replayed ${progress.delivered + progress.dead + progress.queued} of ${progress.planned}`;

/** Where a replay stands. */
export function standingWords(standing: Standing, paint: Paint): string {
  const { delivered, waiting, dead, cancelled, taken_over, queued, skipped } = standing.progress;
  const some = (count: number) => (count === 0 ? undefined : count);
  return renderDetails(
    [
      ["Replay", standing.id],
      ["State", standing.state],
      ["Delivered", delivered],
      ["To the queue", some(queued)],
      ["Still waiting", some(waiting)],
      ["Failed again", dead === 0 ? undefined : paint("red", String(dead))],
      ["Cancelled", some(cancelled)],
      ["By another", some(taken_over)],
      ["Left out", leftOut(skipped) || undefined],
    ],
    paint,
  );
}
