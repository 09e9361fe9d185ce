import { runOne } from "@leadrelay/db/run-batch";
import { pipelineScope } from "@leadrelay/db/scope";
import { giveTurnBack, takeTurn, type TurnLimit } from "@leadrelay/db/sign-in/take-turn";
import { APIError, getSessionFromCtx, isAPIError } from "better-auth/api";
import { addressOf } from "./address-of.ts";
import { toRetryAfter, type AttemptDependencies } from "./attempt-limits.ts";
import type { AuthContext } from "./auth-context.ts";
import { keyedHash } from "./keyed-hash.ts";
import { writeSecurityEvent } from "./write-security-event.ts";

/** What takes a second factor away, puts another in its place, or tells its secret. */
const ofTheFactor = new Set([
  "/two-factor/disable",
  "/two-factor/enable",
  "/two-factor/generate-backup-codes",
  "/two-factor/get-totp-uri",
]);

/** Codes tried for one account, from wherever: so many at once, then one in a minute and a half. Nobody is kept from signing in by them. */
const tries = { burst: 10, intervalMs: 90_000 };

/** A code of the authenticator, or one of those kept for when it is lost. */
interface GivenFactor {
  kind: "code" | "backup code";
  code: string;
}

/** Uses a code up for whoever the headers say is signed in. Throws the library's refusal of a wrong one. */
export type UseFactor = (given: GivenFactor, headers: Headers | undefined) => Promise<void>;

/**
 * Where a second factor is on, whoever changes it gives it besides the password: a session that was left open and a password that was seen
 * take it from nobody. A wrong password uses up no code, and says nothing of it. Throws the library's refusals.
 */
export async function requireSecondFactor(
  operation: AuthContext,
  useFactor: UseFactor,
  dependencies: AttemptDependencies,
): Promise<void> {
  if (!ofTheFactor.has(operation.path)) return;
  const body = (operation.body ?? {}) as Readonly<Record<string, unknown>>;
  const session = await getSessionFromCtx(operation, { disableRefresh: true });
  // Also where D1 did not answer: the library would ask again, and might be told then.
  if (session === null) throw new APIError("UNAUTHORIZED");
  if (session.user["twoFactorEnabled"] !== true || typeof body["password"] !== "string") return;
  await requirePassword(operation, session.user.id, dependencies);
  const given = givenFactor(body);
  if (given === undefined) throw new APIError("FORBIDDEN", { code: "SECOND_FACTOR_NEEDED" });
  const { d1, secrets, now, newId } = dependencies;
  const limit: TurnLimit = { key: await keyedHash(secrets[0], "factor", session.user.id), ...tries };
  const verdict = await runOne(d1, takeTurn(pipelineScope, limit, { id: newId(), now: now() }));
  if (verdict.kind === "too_many")
    throw new APIError("TOO_MANY_REQUESTS", {}, { "X-Retry-After": String(toRetryAfter(verdict)) });
  await useFactor(given, operation.headers);
  await runOne(d1, giveTurnBack(pipelineScope, limit));
}

async function requirePassword(
  operation: AuthContext,
  operatorId: string,
  dependencies: AttemptDependencies,
): Promise<void> {
  const { context, headers } = operation;
  try {
    await context.password.checkPassword(operatorId, operation);
  } catch (error) {
    if (!isAPIError(error)) throw error;
    const failed = { kind: "failed", action: "sign_in.failed", detail: { step: "password again" } } as const;
    const requestId = headers?.get("x-request-id") ?? null;
    const concerned = { operator: { id: operatorId }, requestId, address: addressOf(headers) };
    await writeSecurityEvent(failed, concerned, dependencies);
    throw error;
  }
}

function givenFactor({ code, backupCode }: Readonly<Record<string, unknown>>): GivenFactor | undefined {
  if (typeof code === "string") return { kind: "code", code };
  return typeof backupCode === "string" ? { kind: "backup code", code: backupCode } : undefined;
}
