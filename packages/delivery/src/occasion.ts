/** How a round came to be: by a wake-up, or in a run of a destination, of which a probe is one. */
export type Occasion = "wakeup" | "run" | "probe";
