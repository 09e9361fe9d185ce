import { apiProblem } from "../problems/api-problem.ts";
import { requireAhead } from "./require-ahead.ts";
import { requireLive } from "./require-live.ts";
import type { ShownKey } from "./shown-key.ts";

/**
 * Until when the secret before a rotation works (null: no longer), and the key itself. Throws the 409 of a rotation that would end a
 * secret nobody asked to end, or that would wake up a dead one.
 */
export function planRotation(
  key: Pick<ShownKey, "revoked_at" | "expires_at" | "previous_expires_at">,
  asked: { overlap_seconds: number; expires_at?: number | null | undefined },
  nowMs: number,
): { previous_expires_at: number | null; expires_at: number | null } {
  requireLive(key);
  const { expires_at = key.expires_at } = asked;
  const hasExpired = key.expires_at !== null && key.expires_at <= nowMs;
  if (hasExpired && asked.expires_at === undefined)
    throw apiProblem("conflict", "This key has expired: name a new expires_at, or null for none.");
  requireAhead(expires_at, nowMs);
  const overlapMs = hasExpired ? 0 : asked.overlap_seconds * 1000;
  if (overlapMs === 0) return { previous_expires_at: null, expires_at };
  if (key.previous_expires_at !== null && key.previous_expires_at > nowMs)
    throw apiProblem("conflict", isRotating(key.previous_expires_at));
  return { previous_expires_at: nowMs + overlapMs, expires_at };
}

const isRotating = (untilMs: number) =>
  `This key is being rotated: the secret before works until ${new Date(untilMs).toISOString()}. Wait for that, or send overlap_seconds 0 to end both secrets.`;
