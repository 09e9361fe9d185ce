import { APIError, createAuthMiddleware } from "better-auth/api";
import { takeEmailAttempt, toRetryAfter, type AttemptDependencies } from "./attempt-limits.ts";

/** Runs before each of the library's operations and makes three of them stricter. */
export const guardOperations = (dependencies: AttemptDependencies) =>
  createAuthMiddleware(async ({ path, body }) => {
    const given: unknown = body;
    if (path === "/sign-in/email") await limitByEmail(given, dependencies);
    // Whoever changes a password fears that somebody else has it.
    if (path === "/change-password") return { context: { body: { revokeOtherSessions: true } } };
    // A device that may skip the second factor would go on skipping it after a change of password.
    if (path.startsWith("/two-factor/verify-")) return { context: { body: { trustDevice: false } } };
    return undefined;
  });

async function limitByEmail(body: unknown, dependencies: AttemptDependencies): Promise<void> {
  const { email } = (body ?? {}) as { email?: unknown };
  if (typeof email !== "string") return;
  const verdict = await takeEmailAttempt(email, dependencies);
  if (verdict.kind === "too_many")
    throw new APIError("TOO_MANY_REQUESTS", {}, { "X-Retry-After": String(toRetryAfter(verdict)) });
}
