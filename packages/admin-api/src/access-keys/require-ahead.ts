import { apiProblem } from "../problems/api-problem.ts";

/** Throws the 422 of a key that would be dead at birth. */
export function requireAhead(expiresAt: number | null, nowMs: number): void {
  if (expiresAt === null || expiresAt > nowMs) return;
  const detail = "should be in the future, in milliseconds UTC";
  throw apiProblem("invalid", `expires_at: ${detail}.`, { errors: [{ field: "expires_at", detail }] });
}
