import type { SuspicionReason } from "../suspicion/weights.ts";

const meanings: Record<SuspicionReason, string> = {
  honeypot: "it filled a field that people do not see",
  fast_submit: "it was sent within 5 seconds of opening the form",
  quick_submit: "it was sent within 10 seconds of opening the form",
  invalid_phone: "its phone number cannot be read",
  high_rate: "its address posted many times within a minute",
  no_session: "no browser sent it, and nobody was on the page before",
  zero_engagement: "nothing was done on the page before it was sent",
  vpn_high: "its network looks like one that hides who sends",
  vpn_moderate: "its network looks somewhat like one that hides who sends",
  velocity_high: "the same browser or address sent three or more within a day",
  velocity_moderate: "the same browser or address sent another within a day",
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
