const dayMs = 86_400_000;

/** The UTC day of a time in ms, as whole days since 1970-01-01: what counters are kept by. */
export const dayOf = (ms: number): number => Math.floor(ms / dayMs);
