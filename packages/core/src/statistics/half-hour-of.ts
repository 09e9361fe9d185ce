const halfHourMs = 1_800_000;

/** Half hours of a day: what counters of a young day are kept by, because there are time zones half an hour off. */
export const halfHoursOfDay = 48;

/** The half hour of a time in ms, as whole ones since 1970-01-01 UTC. */
export const halfHourOf = (ms: number): number => Math.floor(ms / halfHourMs);

/** When a half hour begins, ms UTC. */
export const startOfHalfHour = (halfHour: number): number => halfHour * halfHourMs;
