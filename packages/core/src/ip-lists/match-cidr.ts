import { candidateCidrs } from "./candidate-cidrs.ts";

/** A list entry; `expires_at` in ms UTC, null for never. */
export interface CidrRule {
  cidr: string;
  expires_at: number | null;
}

/** The narrowest rule in force that holds the address. Rules are canonical, as `canonicalCidr` makes them. */
export function matchCidr<Rule extends CidrRule>(
  ip: string,
  rules: readonly Rule[],
  nowMs: number,
): Rule | undefined {
  const inForce = rules.filter((rule) => rule.expires_at === null || rule.expires_at > nowMs);
  const byCidr = new Map(inForce.map((rule) => [rule.cidr, rule]));
  return candidateCidrs(ip)
    .map((cidr) => byCidr.get(cidr))
    .find((rule) => rule !== undefined);
}
