import type { components } from "@leadrelay/client/schema.gen";
import type { Paint } from "../../output/paint.ts";
import { renderDetails } from "../../output/render-details.ts";
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

const sentCount = ({ progress }: Standing): number => progress.delivered + progress.dead + progress.queued;

/** How many were sent again by now, of how many. */
export const progressWords = (standing: Standing): string =>
  `replayed ${sentCount(standing)} of ${standing.progress.planned}`;

/** What a replay that was stopped did, and what it leaves. */
export function cancelledWords(standing: Standing): string {
  const { planned, waiting } = standing.progress;
  const left = Math.max(0, planned - endedCount(standing) - waiting);
  const still = waiting === 0 ? "" : `, ${waiting} had their time already and are still sent`;
  const anew = left === 0 ? "" : " To send those, plan anew: leadrelay queue replay";
  return `It was cancelled: ${sentCount(standing)} were sent again${still}, ${left} are left.${anew}`;
}

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
