import type { Schemas } from "../../api.ts";
import { replays } from "../../texts/replays.ts";

/** How far a replay is: what arrived, what failed again, what is left. */
export function ReplayProgress({ replay: { progress } }: { replay: Schemas["ReplayStanding"] }) {
  const { planned, delivered, dead, waiting, queued, cancelled, taken_over, skipped } = progress;
  const done = delivered + dead + queued + cancelled + taken_over;
  const all = Math.max(planned, done + waiting, 1);
  const words = replays.progress;
  const told = [
    words.arrived(delivered),
    queued > 0 ? words.queued(queued) : "",
    words.failed(dead),
    words.waiting(waiting),
    cancelled > 0 ? words.stopped(cancelled) : "",
    taken_over > 0 ? words.takenOver(taken_over) : "",
  ];
  return (
    <div className="grid gap-2" role="status">
      <div
        role="meter"
        aria-label={words.label}
        aria-valuemin={0}
        aria-valuemax={all}
        aria-valuenow={done}
        className="bg-calm-tint flex h-2 overflow-hidden rounded-full"
      >
        <span className="bg-good h-full" style={{ width: `${((delivered + queued) / all) * 100}%` }} />
        <span className="bg-bad h-full" style={{ width: `${(dead / all) * 100}%` }} />
      </div>
      <p>{told.join("")}</p>
      {skipped.map(({ reason, count, meaning }) => (
        <p key={reason} className="text-soft">
          {replays.leftOut(count, meaning)}
        </p>
      ))}
    </div>
  );
}
