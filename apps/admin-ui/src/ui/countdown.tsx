import { useEffect, useState } from "react";
import { countdown, exactTime } from "../format/time.ts";
import { useZone } from "./zone.ts";
import { When } from "./when.tsx";

const hourMs = 3_600_000;

/** How long it is until then, second by second where it is soon. It is not read out each second. */
export function Countdown({ at }: { at: number }) {
  const zone = useZone();
  const [now, setNow] = useState(Date.now);
  const isSoon = at - now < hourMs && at > now - 1_000;
  useEffect(() => {
    if (!isSoon) return;
    const timer = setInterval(() => setNow(Date.now()), 1_000);
    return () => clearInterval(timer);
  }, [isSoon]);
  if (!isSoon) return <When at={at} relative />;
  return (
    <time
      dateTime={new Date(at).toISOString()}
      title={exactTime(at, zone)}
      className="whitespace-nowrap tabular-nums"
    >
      {countdown(at, now)}
    </time>
  );
}
