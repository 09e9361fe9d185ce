import { InvalidArgumentError } from "@commander-js/extra-typings";
import { dayAt } from "../shared/local-day.ts";
import { readDate, readDuration } from "../shared/read-moment.ts";

/** A UTC day as the API counts them: `2026-11-21`, `today`, `yesterday`, or `7d` for the day that was so long ago. */
export const readDay =
  (now: () => number) =>
  (text: string): string => {
    const ago = readDuration(text);
    if (ago !== null) return dayAt(now() - ago, "UTC");
    const day = readDate(text, { now, timeZone: "UTC" });
    if (day === null)
      throw new InvalidArgumentError("Write it as 7d, today, yesterday or 2026-11-21: days are UTC.");
    return day;
  };
