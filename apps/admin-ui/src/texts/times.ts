/** Words of times. */
export const times = {
  /** The same instant by the clock of whoever reads it. */
  yours: (time: string) => `${time} where you are`,
  /** A countdown: "in 1:05". */
  in: (clock: string) => `in ${clock}`,
  now: "now",
  units: { ms: "ms", seconds: "s", minutes: "min", hours: "h" },
};
