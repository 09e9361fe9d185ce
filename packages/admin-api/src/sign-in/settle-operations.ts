import { runBatch } from "@leadrelay/db/run-batch";
import { createAuthMiddleware, isAPIError } from "better-auth/api";
import { addressOf } from "./address-of.ts";
import type { AttemptDependencies } from "./attempt-limits.ts";
import type { AuthContext } from "./auth-context.ts";
import { passwordTries } from "./password-tries.ts";
import { securityEventOf } from "./security-event.ts";
import { whoIsConcerned } from "./who-is-concerned.ts";
import { writeSecurityEvent } from "./write-security-event.ts";

/** Runs after each of the library's operations, before its own second step takes a session back that wants a code first. */
export const settleOperations = (dependencies: AttemptDependencies) =>
  createAuthMiddleware(async (operation) => {
    await settleTries(operation, dependencies);
    const { path, context } = operation;
    const { returned, newSession, session } = context;
    const event = securityEventOf({
      path,
      refusal: isAPIError(returned) ? (returned.body?.code ?? "") : null,
      hadSecondFactor: session === null ? null : session.user["twoFactorEnabled"] === true,
      madeSession: newSession !== null,
    });
    if (event === undefined) return;
    const operator = await whoIsConcerned(operation);
    if (operator === undefined) return;
    const requestId = operation.headers?.get("x-request-id") ?? null;
    await writeSecurityEvent(event, { operator, requestId }, dependencies);
  });

async function settleTries(
  { path, headers, context: { newSession } }: AuthContext,
  dependencies: AttemptDependencies,
): Promise<void> {
  if (newSession === null) return;
  const { id, email, twoFactorEnabled } = newSession.user;
  const address = addressOf(headers);
  if (path === "/sign-in/email") {
    const signedIn = twoFactorEnabled === true ? null : id;
    await passwordTries(dependencies).forgive({ email, address }, signedIn);
  }
  if (path.startsWith("/two-factor/verify-"))
    await runBatch(dependencies.d1, await passwordTries(dependencies).remember(id, address));
}
