import type { DestinationLimits } from "@leadrelay/contracts/destination-limits";
import type { CountOf } from "../tallies/tally.ts";
import { countedCaps, type CountedCap } from "./limit-subjects.ts";
import type { Holding } from "./judge-limits.ts";
import { sayMoment } from "./say-moment.ts";

const timesOf: Record<CountedCap["per"], string> = {
  hour: "an hour",
  day: "a day",
  week: "a week",
  month: "a month",
  total: "in total",
};

/** `50 a day`, `20 an hour from facebook`. */
const sayCap = ({ per, leads, source }: Pick<CountedCap, "per" | "leads" | "source">): string =>
  `${leads} ${timesOf[per]}${source === null ? "" : ` from ${source}`}`;

/**
 * Why a destination does not take a lead now, as it follows its name: `is full until 18:00 IST (50 of 50 an hour)`, `is closed until Monday
 * 09:00 IST`. @param nowMs ms UTC
 */
export function sayHolding(
  holding: Holding,
  { time_zone }: Pick<DestinationLimits, "time_zone">,
  nowMs: number,
): string {
  const until = holding.until === null ? null : sayMoment(holding.until, time_zone, nowMs);
  switch (holding.kind) {
    case "closed":
      return until === null ? "is closed, and has no hours within a year" : `is closed until ${until}`;
    case "capped": {
      const { count, source } = holding.cap;
      const full = source === null ? "is full" : `is full for ${source}`;
      const taken = `${count} of ${sayCap({ ...holding.cap, source: null })}`;
      return `${full} ${until === null ? "until its cap is raised" : `until ${until}`} (${taken})`;
    }
    case "behind":
      return "gets what was held before it first";
  }
}

/** How far each cap of a destination is used at a moment (ms UTC): `12 of 50 a day`. */
export const sayCaps = (
  destination: { id: string; limits: DestinationLimits },
  countOf: CountOf,
  nowMs: number,
): string[] => countedCaps(destination, countOf, nowMs).map((cap) => `${cap.count} of ${sayCap(cap)}`);
