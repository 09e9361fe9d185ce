/** What a client's own network is for. `testing`: what comes from there is a test; `internal`: it is a lead. */
export const networkUsages = ["testing", "internal"] as const;
export type NetworkUsage = (typeof networkUsages)[number];
