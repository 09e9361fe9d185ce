import { runBatch } from "@leadrelay/db/run-batch";
import { createAuthMiddleware, isAPIError } from "better-auth/api";
import { addressOf } from "./address-of.ts";
import type { AttemptDependencies } from "./attempt-limits.ts";
import type { AuthContext } from "./auth-context.ts";
import { passwordTries } from "./password-tries.ts";
import { securityEventsOf } from "./security-event.ts";
import { whoIsConcerned } from "./who-is-concerned.ts";
import { writeSecurityEvent } from "./write-security-event.ts";

/** Runs after each of the library's operations, before its own second step takes a session back that wants a code first. */
export const settleOperations = (dependencies: AttemptDependencies) =>
  createAuthMiddleware(async (operation) => {
    await settleTries(operation, dependencies);
    const { path, context, headers } = operation;
    const { returned, newSession, session } = context;
    const name = (operation.body as { name?: unknown } | undefined)?.name;
    const events = securityEventsOf({
      path,
      refusal: isAPIError(returned) ? (returned.body?.code ?? "") : null,
      hadSecondFactor: session === null ? null : session.user["twoFactorEnabled"] === true,
      madeSession: newSession !== null,
      hasSecondFactor: newSession?.user["twoFactorEnabled"] === true,
      isRenamed: session !== null && typeof name === "string" && name !== session.user.name,
    });
    if (events.length === 0) return;
    const operator = await whoIsConcerned(operation);
    if (operator === undefined) return;
    const requestId = headers?.get("x-request-id") ?? null;
    const concerned = { operator, requestId, address: addressOf(headers) };
    for (const event of events) await writeSecurityEvent(event, concerned, dependencies);
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
