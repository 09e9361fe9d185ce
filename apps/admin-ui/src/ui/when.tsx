import { exactTime, relativeTime, shortTime } from "../format/time.ts";
import { useZone } from "./zone.ts";

/** An instant by the client's clocks: short to read, exact on hover. @param zone another client's than the one that is looked at */
export function When({
  at,
  relative = false,
  zone,
}: {
  at: number;
  relative?: boolean;
  zone?: string | null;
}) {
  const looked = useZone();
  const by = zone ?? looked;
  return (
    <time
      dateTime={new Date(at).toISOString()}
      title={exactTime(at, by)}
      className="whitespace-nowrap tabular-nums"
    >
      {relative ? relativeTime(at) : shortTime(at, { zone: by })}
    </time>
  );
}
