import { InvalidArgumentError } from "@commander-js/extra-typings";
import { readDuration } from "../shared/read-moment.ts";

/** A UTC day as the API counts them: `2026-11-21`, or `7d` for the day that was so long ago. */
export const readDay =
  (now: () => number) =>
  (text: string): string => {
    const ago = readDuration(text);
    if (ago !== null) return dayOf(now() - ago);
    const at = /^\d{4}-\d\d-\d\d$/.test(text) ? Date.parse(text) : Number.NaN;
    // The calendar's days alone: 30 February is read as 2 March.
    if (Number.isNaN(at) || dayOf(at) !== text)
      throw new InvalidArgumentError("Write it as 7d or 2026-11-21: days are UTC.");
    return text;
  };

const dayOf = (at: number): string => new Date(at).toISOString().slice(0, 10);
