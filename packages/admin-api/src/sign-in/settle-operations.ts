import { runBatch } from "@leadrelay/db/run-batch";
import { createAuthMiddleware } from "better-auth/api";
import { addressOf } from "./address-of.ts";
import type { AttemptDependencies } from "./attempt-limits.ts";
import { passwordTries } from "./password-tries.ts";

/** Runs after each of the library's operations, before its own second step takes a session back that wants a code first. */
export const settleOperations = (dependencies: AttemptDependencies) =>
  createAuthMiddleware(async ({ path, headers, context: { newSession } }) => {
    if (newSession === null) return;
    const { id, email, twoFactorEnabled } = newSession.user;
    const address = addressOf(headers);
    if (path === "/sign-in/email") {
      const signedIn = twoFactorEnabled === true ? null : id;
      await passwordTries(dependencies).forgive({ email, address }, signedIn);
    }
    if (path.startsWith("/two-factor/verify-"))
      await runBatch(dependencies.d1, await passwordTries(dependencies).remember(id, address));
  });
