import { vpnTier, type SessionSignals } from "./session-signals.ts";
import { defaultWeights, type SuspicionReason, type SuspicionWeights } from "./weights.ts";

/** What is known of a submission when it is decided. */
export interface SuspicionSignals {
  /** A filled honeypot that got through, because detection is off or a person released it. */
  isBot: boolean;
  /** From render to submit; null when the form did not say. */
  timeToSubmitSeconds: number | null;
  /** A phone number was given and cannot be read. */
  phoneInvalid: boolean;
  /** Its address posted to this form faster than the intake rate. */
  overRate: boolean;
  /** What its sessions say; absent or null where its form has no tag. */
  sessions?: SessionSignals | null;
}

export interface Suspicion {
  /** 0–100. */
  score: number;
  reasons: SuspicionReason[];
}

const fastSeconds = 5;
const quickSeconds = 10;
const highestScore = 100;

/** Adds up the signals that are there, capped at 100. A signal of weight 0 is no reason. */
export function assessSuspicion(
  signals: SuspicionSignals,
  weights: SuspicionWeights = defaultWeights,
): Suspicion {
  const reasons = present(signals).filter((reason) => weights[reason] > 0);
  const sum = reasons.reduce((total, reason) => total + weights[reason], 0);
  return { score: Math.min(highestScore, Math.round(sum)), reasons };
}

function present({
  isBot,
  timeToSubmitSeconds,
  phoneInvalid,
  overRate,
  sessions = null,
}: SuspicionSignals): SuspicionReason[] {
  const reasons: SuspicionReason[] = [];
  if (isBot) reasons.push("honeypot");
  if (timeToSubmitSeconds !== null && timeToSubmitSeconds < fastSeconds) reasons.push("fast_submit");
  else if (timeToSubmitSeconds !== null && timeToSubmitSeconds < quickSeconds) reasons.push("quick_submit");
  if (phoneInvalid) reasons.push("invalid_phone");
  if (overRate) reasons.push("high_rate");
  if (sessions !== null) reasons.push(...presentIn(sessions));
  return reasons;
}

function presentIn({ noSession, zeroEngagement, vpnScore, submissions }: SessionSignals): SuspicionReason[] {
  const reasons: SuspicionReason[] = [];
  if (noSession) reasons.push("no_session");
  if (zeroEngagement) reasons.push("zero_engagement");
  const tier = vpnTier(vpnScore);
  if (tier !== null) reasons.push(tier === "high" ? "vpn_high" : "vpn_moderate");
  if (submissions >= 3) reasons.push("velocity_high");
  else if (submissions === 2) reasons.push("velocity_moderate");
  return reasons;
}
