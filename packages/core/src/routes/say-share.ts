import type { RouteCandidate } from "./route-member.ts";

/** What a member had of its share before this lead: "B: 31 % of its 40 %". */
export function sayShare(
  { name, weight, given }: Pick<RouteCandidate, "name" | "weight" | "given">,
  members: readonly Pick<RouteCandidate, "weight" | "given">[],
): string {
  const all = members.reduce((sum, member) => sum + member.given, 0);
  const weights = members.reduce((sum, member) => sum + member.weight, 0);
  if (weight === 0) return `${name}: takes what others cannot`;
  const share = percent(weight, weights);
  return all === 0
    ? `${name}: begins, with a share of ${share}`
    : `${name}: ${percent(given, all)} of its ${share}`;
}

/** Whole percents, and tenths of less than ten. */
export function percent(part: number, whole: number): string {
  const value = whole === 0 ? 0 : (100 * part) / whole;
  return `${value >= 10 || Number.isInteger(value) ? Math.round(value) : value.toFixed(1)} %`;
}
