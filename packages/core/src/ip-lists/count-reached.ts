import { candidateCidrs } from "./candidate-cidrs.ts";

/** How many leads, and submissions of theirs, came from a network. @param cidr canonical, as `canonicalCidr` makes it */
export function countReached(
  cidr: string,
  submissions: readonly { lead_id: number; ip: string | null }[],
): { leads: number; submissions: number } {
  const within = submissions.filter(({ ip }) => ip !== null && candidateCidrs(ip).includes(cidr));
  return { leads: new Set(within.map(({ lead_id }) => lead_id)).size, submissions: within.length };
}
