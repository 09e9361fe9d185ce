import { parseSchedule, type RetrySchedule } from "./parse-schedule.ts";

/**
 * A destination's own schedule, else the installation's. One that cannot be read counts as none: it must neither hold up the leads
 * that come with it nor lose the outcome of a send.
 */
export function scheduleOf(own: string | null, installations: RetrySchedule): RetrySchedule {
  if (own === null) return installations;
  try {
    return parseSchedule(own);
  } catch {
    return installations;
  }
}
