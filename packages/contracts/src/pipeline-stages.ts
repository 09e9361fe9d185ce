/** A client's pipeline until it names its own stages; a new lead stands at the first. */
export const defaultStages = ["new", "contacted", "qualified", "won", "lost"] as const;
