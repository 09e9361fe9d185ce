interface Reading {
  bytes: number;
  /** Milliseconds UTC. */
  at: number;
}

/** What is known of a database's size: two readings, some days apart at best, or the same one twice. */
export interface DatabaseSizes {
  /** Binding name. */
  database: string;
  first: Reading;
  last: Reading;
}

/** The last part of the limit that is passed: nothing to do yet, to plan, to act, to act today. */
export type FullnessStep = 0 | 70 | 85 | 95;

export interface Fullness {
  step: FullnessStep;
  percent: number;
  /** Bytes a day, negative where it shrinks; null where the readings are too close for it. */
  growthADay: number | null;
  /** Until the limit at that pace; null where it does not grow. */
  daysLeft: number | null;
}

const steps = [95, 85, 70] as const;
const dayMs = 86_400_000;
/** One busy hour says nothing about a day. */
const leastDays = 0.25;

/** How full a database is against its limit (bytes), and when it will be. */
export function judgeSize({ first, last }: DatabaseSizes, limitBytes: number): Fullness {
  const percent = (last.bytes / limitBytes) * 100;
  const grown = last.bytes - first.bytes;
  const days = (last.at - first.at) / dayMs;
  const isKnown = days >= leastDays;
  return {
    step: steps.find((step) => percent >= step) ?? 0,
    percent,
    growthADay: isKnown ? grown / days : null,
    daysLeft: isKnown && grown > 0 ? Math.max(0, limitBytes - last.bytes) / (grown / days) : null,
  };
}
