import type { SuspicionReason } from "../suspicion/weights.ts";

const meanings: Record<SuspicionReason, string> = {
  honeypot: "it filled a field that people do not see",
  fast_submit: "it was sent within 5 seconds of opening the form",
  quick_submit: "it was sent within 10 seconds of opening the form",
  invalid_phone: "its phone number cannot be read",
  high_rate: "its address posted many times within a minute",
};

/** Why a submission looks suspicious; nothing for one that does not. */
export function explainSuspicion({
  score,
  reasons,
}: {
  score: number;
  reasons: readonly string[];
}): string[] {
  if (reasons.length === 0) return [];
  const said = reasons.map((reason) => (isKnown(reason) ? meanings[reason] : reason));
  return [`It looks suspicious (${score} of 100): ${said.join("; ")}.`];
}

const isKnown = (reason: string): reason is SuspicionReason => Object.hasOwn(meanings, reason);
