import { hourOf, startOfHour } from "./hour-of.ts";

/** Deliveries of one outcome on a UTC day, as they are kept: `{"h13": 5}`. */
interface CountedDay {
  day: number;
  outcome: "delivered" | "dead";
  by_hour: string;
}

/** One hour of a health line; `at` is when it begins, ms UTC. */
export interface HealthHour {
  at: number;
  delivered: number;
  dead: number;
}

const hours = 24;

/** The last 24 hours up to a moment (ms UTC), the one that is under way last. */
export function lastHours(days: readonly CountedDay[], nowMs: number): HealthHour[] {
  const last = hourOf(nowMs);
  const line = Array.from({ length: hours }, (_, index) => ({
    at: startOfHour(last - hours + 1 + index),
    delivered: 0,
    dead: 0,
  }));
  for (const { day, outcome, by_hour } of days)
    for (const [name, count] of Object.entries(countsOf(by_hour))) {
      const hour = line[day * hours + Number(name.slice(1)) - (last - hours + 1)];
      if (hour !== undefined && typeof count === "number") hour[outcome] += count;
    }
  return line;
}

function countsOf(json: string): Readonly<Record<string, unknown>> {
  const counts: unknown = JSON.parse(json);
  return typeof counts === "object" && counts !== null ? { ...counts } : {};
}
