import type { Schemas } from "../api.ts";

/** How far a replay is: what arrived, what failed again, what is left. */
export function ReplayProgress({ replay: { progress } }: { replay: Schemas["ReplayStanding"] }) {
  const { planned, delivered, dead, waiting, queued, cancelled, taken_over } = progress;
  const done = delivered + dead + queued + cancelled + taken_over;
  const all = Math.max(planned, done + waiting, 1);
  return (
    <div className="grid gap-2" role="status">
      <div
        role="meter"
        aria-label="Sent"
        aria-valuemin={0}
        aria-valuemax={all}
        aria-valuenow={done}
        className="bg-calm-tint flex h-2 overflow-hidden rounded-full"
      >
        <span className="bg-good h-full" style={{ width: `${((delivered + queued) / all) * 100}%` }} />
        <span className="bg-bad h-full" style={{ width: `${(dead / all) * 100}%` }} />
      </div>
      <p>
        {delivered} arrived{queued > 0 ? `, ${queued} put back on their way` : ""}, {dead} failed again,{" "}
        {waiting} still to go{cancelled > 0 ? `, ${cancelled} stopped` : ""}
      </p>
    </div>
  );
}
