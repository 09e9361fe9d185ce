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
const leastSpanMs = dayMs / 4;

/** How full a database is against its limit (bytes), and when it will be. */
export function judgeSize({ first, last }: DatabaseSizes, limitBytes: number): Fullness {
  const percent = (last.bytes / limitBytes) * 100;
  const spanMs = last.at - first.at;
  const growthADay = spanMs < leastSpanMs ? null : ((last.bytes - first.bytes) / spanMs) * dayMs;
  const isGrowing = growthADay !== null && growthADay > 0;
  return {
    step: steps.find((step) => percent >= step) ?? 0,
    percent,
    growthADay,
    daysLeft: isGrowing ? Math.max(0, limitBytes - last.bytes) / growthADay : null,
  };
}
