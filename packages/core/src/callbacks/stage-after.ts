import type { LeadOutcome } from "@leadrelay/contracts/callback-limits";

/**
 * The stage that an outcome moves a lead to, as its client spells it; null: none. What says that sales went on moves nobody back, because it may come
 * late; what ends it counts whenever it comes. @param stages the client's own pipeline, in order
 */
export function stageAfter(outcome: LeadOutcome, stands: string, stages: readonly string[]): string | null {
  const to = stages.findIndex((stage) => plain(stage) === outcome);
  const from = stages.indexOf(stands);
  if (to === -1 || to === from) return null;
  const isOnTheWay = outcome === "contacted" || outcome === "qualified";
  return isOnTheWay && to < from ? null : (stages[to] ?? null);
}

const plain = (stage: string) => stage.trim().toLowerCase();
