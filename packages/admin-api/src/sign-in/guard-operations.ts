import { logEvent } from "@leadrelay/contracts/log-event";
import { endSession } from "@leadrelay/db/sign-in/end-session";
import { runOne } from "@leadrelay/db/run-batch";
import { pipelineScope } from "@leadrelay/db/scope";
import { APIError, createAuthMiddleware } from "better-auth/api";
import { toRetryAfter, type AttemptDependencies } from "./attempt-limits.ts";
import { addressOf } from "./address-of.ts";
import { isCodeUsed } from "./use-code-once.ts";
import type { AuthContext } from "./auth-context.ts";
import { requireSecondFactor, type UseFactor } from "./require-second-factor.ts";
import { passwordTries } from "./password-tries.ts";
import { writeSecurityEvent } from "./write-security-event.ts";

/** Runs before each of the library's operations and makes some of them stricter. */
export const guardOperations = (dependencies: AttemptDependencies, useFactor: UseFactor) =>
  createAuthMiddleware(async (operation) => {
    const { path, context } = operation;
    const body = (operation.body ?? {}) as Readonly<Record<string, unknown>>;
    await requireSecondFactor(operation, useFactor, dependencies);
    if (path === "/sign-in/email") await limitPasswords(operation, textOf(body["email"]), dependencies);
    if (path === "/sign-out" || path === "/revoke-session") {
      const { name } = context.authCookies.sessionToken;
      const ownToken = await operation.getSignedCookie(name, context.secret);
      const ended = path === "/sign-out" ? { token: ownToken } : body;
      if (ownToken) await end(ended, ownToken, dependencies);
      // The library knows sessions by tokens, which nobody is told: it finds none, and answers that it is done.
      if (path === "/revoke-session" && typeof body["id"] === "string")
        return { context: { query: unprolonged, body: { token: "ended by its id" } } };
    }
    // Whoever changes a password fears that somebody else has it.
    if (path === "/change-password")
      return { context: { query: unprolonged, body: { revokeOtherSessions: true } } };
    // A device that may skip the second factor would go on skipping it after a change of password.
    if (path.startsWith("/two-factor/verify-")) {
      const isTotp = path === "/two-factor/verify-totp";
      // A used code is a wrong one, and counts as one.
      const isUsed = isTotp && (await isCodeUsed(operation, textOf(body["code"]), dependencies.d1));
      return {
        context: { query: unprolonged, body: { trustDevice: false, ...(isUsed ? { code: "" } : {}) } },
      };
    }
    return path === "/get-session" ? undefined : { context: { query: unprolonged } };
  });

/** Asking for the session alone prolongs it: else who lists sessions is nobody while the database takes no change. */
const unprolonged = { disableRefresh: true };

async function limitPasswords(
  { headers }: AuthContext,
  email: string,
  dependencies: AttemptDependencies,
): Promise<void> {
  const address = addressOf(headers);
  const verdict = await passwordTries(dependencies).take({ email, address });
  if (verdict.kind === "allowed") return;
  const { limit } = verdict;
  const requestId = headers?.get("x-request-id") ?? null;
  if (limit === "everywhere") {
    const operator = { email: email.trim().toLowerCase() };
    const delayed = { kind: "failed", action: "sign_in.delayed", detail: {} } as const;
    await writeSecurityEvent(delayed, { operator, requestId, address }, dependencies);
  } else logEvent("sign_in.refused", { request_id: requestId, limit });
  throw new APIError("TOO_MANY_REQUESTS", {}, { "X-Retry-After": String(toRetryAfter(verdict)) });
}

/** What is no text is counted as one that nobody has. */
const textOf = (value: unknown) => (typeof value === "string" ? value : "");

/** The library looks the session up first, and takes it that there is none when D1 does not answer. */
async function end(
  { id, token }: Readonly<Record<string, unknown>>,
  ownToken: string,
  { d1 }: AttemptDependencies,
): Promise<void> {
  if (typeof id === "string") await runOne(d1, endSession(pipelineScope, { id, ownToken }));
  else if (typeof token === "string") await runOne(d1, endSession(pipelineScope, { token, ownToken }));
}
