import { exactTime, relativeTime, shortTime } from "../format/time.ts";

/** An instant: short to read, exact on hover. */
export const When = ({ at, relative = false }: { at: number; relative?: boolean }) => (
  <time
    dateTime={new Date(at).toISOString()}
    title={exactTime(at)}
    className="whitespace-nowrap tabular-nums"
  >
    {relative ? relativeTime(at) : shortTime(at)}
  </time>
);
