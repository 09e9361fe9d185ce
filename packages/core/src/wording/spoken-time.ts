/** A time for people: to the second, UTC. */
export const spokenTime = (ms: number): string =>
  `${new Date(ms).toISOString().slice(0, 19).replace("T", " ")} UTC`;
