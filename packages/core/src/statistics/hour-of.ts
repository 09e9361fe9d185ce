const hourMs = 3_600_000;

/** The hour of a time in ms, as whole hours since 1970-01-01 UTC: of counts that are compared while a day is young. */
export const hourOf = (ms: number): number => Math.floor(ms / hourMs);

/** When an hour begins, ms UTC. */
export const startOfHour = (hour: number): number => hour * hourMs;
