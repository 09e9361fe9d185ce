import { removeExpiredSessions } from "@leadrelay/db/sign-in/remove-expired-sessions";
import { runOne } from "@leadrelay/db/run-batch";
import { pipelineScope } from "@leadrelay/db/scope";
import { betterAuth } from "better-auth";
import { isAPIError } from "better-auth/api";
import { takeAttempt, toRetryAfter, type AttemptDependencies } from "./attempt-limits.ts";
import { authOptions } from "./auth-options.ts";
import { guardOperations } from "./guard-operations.ts";
import type { UseFactor } from "./require-second-factor.ts";
import { settleOperations } from "./settle-operations.ts";

export interface AuthDependencies extends AttemptDependencies {
  /** An origin whose pages may use a session beside the one a request goes to. */
  publicUrl: string | null;
  /** Cookies go over https only, and their names say so. */
  secure: boolean;
}

export type Auth = ReturnType<typeof createAuth>;

/** Signing in, over D1. Made once per isolate: it costs a millisecond and reads nothing. */
export function createAuth(dependencies: AuthDependencies) {
  const { d1, secrets, publicUrl, secure, now, newId } = dependencies;
  let useFactor: UseFactor = async () => {
    throw new Error("Signing in is not made yet");
  };
  const auth = betterAuth({
    ...authOptions,
    database: d1,
    secrets: [...secrets],
    // Never where a request came to: the library would trust that address for all that follow.
    baseURL: publicUrl ?? "https://leadrelay.invalid",
    trustedOrigins: (request) => (request === undefined ? [] : [new URL(request.url).origin]),
    rateLimit: { ...authOptions.rateLimit, customStorage: attemptStorage(dependencies) },
    hooks: {
      before: guardOperations(dependencies, async (...given) => useFactor(...given)),
      after: settleOperations(dependencies),
    },
    databaseHooks: {
      session: {
        create: {
          after: async ({ userId }) => {
            await runOne(d1, removeExpiredSessions(pipelineScope, userId, now()));
          },
        },
      },
    },
    advanced: {
      ...authOptions.advanced,
      useSecureCookies: secure,
      database: { generateId: newId },
    },
    onAPIError: { onError: throwUnexpected },
    logger: { log: (_level, _message, ...details) => details.forEach(throwUnexpected) },
  });
  // Through the operation itself: its hooks see to it that a code is good once, and write down what failed.
  useFactor = async ({ kind, code }, headers = new Headers()) => {
    const asked = { body: { code }, headers };
    await (kind === "code" ? auth.api.verifyTOTP(asked) : auth.api.verifyBackupCode(asked));
  };
  return auth;
}

/** The library's own storage takes three D1 calls; it asks `get` and `set` only of a storage without `consume`. */
const attemptStorage = (dependencies: AttemptDependencies) => ({
  get: async () => undefined,
  set: async () => {},
  async consume(key: string, { max }: { max: number }) {
    const verdict = await takeAttempt({ key, max }, dependencies);
    if (verdict.kind === "allowed") return { allowed: true, retryAfter: null };
    return { allowed: false, retryAfter: toRetryAfter(verdict) };
  },
});

/**
 * The library logs what D1 throws and goes on: a sign-out that failed would be answered with success. Thrown from its log, it reaches
 * the app's one boundary instead. What it logs of a refusal is no error and stays unsaid, for it may hold an e-mail address.
 */
function throwUnexpected(error: unknown): void {
  if (error instanceof Error && !isAPIError(error)) throw error;
}
