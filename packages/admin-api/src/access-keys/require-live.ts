import { apiProblem } from "../problems/api-problem.ts";

/** Throws the 409 of a key that was revoked: that is for good. */
export function requireLive({ revoked_at }: { revoked_at: number | null }): void {
  if (revoked_at !== null) throw apiProblem("conflict", "This key was revoked, for good. Create a new one.");
}
