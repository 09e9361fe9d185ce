import type { Schemas } from "../api.ts";
import { destinations as texts } from "../texts/destinations.ts";
import { SparklineBars } from "../ui/sparkline-bars.tsx";

/** What arrived and failed in each of the last 24 hours. */
export function HealthLine({ hours }: Pick<Schemas["DestinationStanding"], "hours">) {
  const sum = (outcome: "delivered" | "dead") => hours.reduce((all, hour) => all + hour[outcome], 0);
  const [delivered, dead] = [sum("delivered"), sum("dead")];
  return (
    <span className="inline-flex items-end gap-2">
      <SparklineBars
        label={texts.line(delivered, dead)}
        bars={hours.map((hour) => ({ good: hour.delivered, bad: hour.dead }))}
      />
      <span aria-hidden className="text-soft text-xs tabular-nums whitespace-nowrap">
        {texts.lineCounts(delivered, dead)}
      </span>
    </span>
  );
}
