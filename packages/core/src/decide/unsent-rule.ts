import { duplicateRules, type StoredUnsentRule } from "@leadrelay/contracts/unsent-rule";
import type { DecisionTrace, DestinationTrace } from "./decision-trace.ts";

const repeats: ReadonlySet<string> = new Set(duplicateRules);

const isRepeat = (rule: DecisionTrace["rule"]): rule is (typeof duplicateRules)[number] => repeats.has(rule);

/**
 * Why a decision sends nothing; null for one that makes a delivery. What a repeat tells anew is no reason of its own: it is not
 * sent because it is a repeat.
 */
export function unsentRule(
  { verdict, test }: { verdict: Pick<DecisionTrace, "rule">; test: DecisionTrace["test"] },
  deliveries: number,
  traces: readonly Pick<DestinationTrace, "reason">[],
): StoredUnsentRule | null {
  if (deliveries > 0) return null;
  if (isRepeat(verdict.rule)) return verdict.rule;
  const isHeldBack = test !== null && traces.some(({ reason }) => reason === "takes_no_tests");
  if (isHeldBack) return "test";
  return traces.some(({ reason }) => reason === "filtered") ? "filtered" : "no_destination";
}
