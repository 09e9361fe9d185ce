/** Where a submission is still on its way. */
const onItsWay: ReadonlySet<string> = new Set([
  "pending",
  "in_flight",
  "waiting_for_storage",
  "spilled",
  "payload_kept",
  "replayed",
]);

const pausesMs = [500, 500, 1_000, 1_000, 2_000, 2_000, 3_000];
const longestPauseMs = 5_000;

/** When a test is looked at again; false: it has come to an end. Each look is a line in the audit log: soon at first, then seldom. */
export const nextLookMs = (state: string | undefined, looks: number): number | false =>
  state !== undefined && !onItsWay.has(state) ? false : (pausesMs[Math.max(0, looks - 1)] ?? longestPauseMs);
