import { endSession } from "@leadrelay/db/sign-in/end-session";
import { runOne } from "@leadrelay/db/run-batch";
import { pipelineScope } from "@leadrelay/db/scope";
import { APIError, createAuthMiddleware } from "better-auth/api";
import { toRetryAfter, type AttemptDependencies } from "./attempt-limits.ts";
import { addressOf } from "./address-of.ts";
import { isCodeUsed } from "./use-code-once.ts";
import { passwordTries, type GivenPassword } from "./password-tries.ts";

/** Runs before each of the library's operations and makes some of them stricter. */
export const guardOperations = (dependencies: AttemptDependencies) =>
  createAuthMiddleware(async (operation) => {
    const { path, context } = operation;
    const body = (operation.body ?? {}) as Readonly<Record<string, unknown>>;
    if (path === "/sign-in/email")
      await limitPasswords(
        { email: textOf(body["email"]), address: addressOf(operation.headers) },
        dependencies,
      );
    if (path === "/sign-out" || path === "/revoke-session") {
      const { name } = context.authCookies.sessionToken;
      const ownToken = await operation.getSignedCookie(name, context.secret);
      const token = path === "/sign-out" ? ownToken : body["token"];
      if (ownToken && typeof token === "string") await end({ token, ownToken }, dependencies);
    }
    // Whoever changes a password fears that somebody else has it.
    if (path === "/change-password") return { context: { body: { revokeOtherSessions: true } } };
    // A device that may skip the second factor would go on skipping it after a change of password.
    if (path.startsWith("/two-factor/verify-")) {
      const isTotp = path === "/two-factor/verify-totp";
      // A used code is a wrong one, and counts as one.
      const isUsed = isTotp && (await isCodeUsed(operation, textOf(body["code"]), dependencies.d1));
      return { context: { body: { trustDevice: false, ...(isUsed ? { code: "" } : {}) } } };
    }
    return undefined;
  });

async function limitPasswords(given: GivenPassword, dependencies: AttemptDependencies): Promise<void> {
  const verdict = await passwordTries(dependencies).take(given);
  if (verdict.kind === "too_many")
    throw new APIError("TOO_MANY_REQUESTS", {}, { "X-Retry-After": String(toRetryAfter(verdict)) });
}

/** What is no text is counted as one that nobody has. */
const textOf = (value: unknown) => (typeof value === "string" ? value : "");

/** The library looks the session up first, and takes it that there is none when D1 does not answer. */
const end = (tokens: { token: string; ownToken: string }, { d1 }: AttemptDependencies) =>
  runOne(d1, endSession(pipelineScope, tokens));
