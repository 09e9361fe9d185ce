import type { Account } from "@leadrelay/db/operators/operator-by-email";
import { verifyPassword } from "better-auth/crypto";
import type { Access } from "../access/access.ts";
import type { AdminDependencies } from "../dependencies.ts";
import { apiProblem } from "../problems/api-problem.ts";
import { toRetryAfter } from "../sign-in/attempt-limits.ts";

/**
 * A role goes to an account only by whoever can sign in to it: the link alone is not proof, because whoever invites has it too, and might
 * have made the account in the other's name before. Throws 401, 403 or 429.
 */
export async function proveAccount(
  account: Account,
  password: string | undefined,
  {
    access: { actor },
    dependencies,
    address,
  }: { access: Access; dependencies: AdminDependencies; address: string | null },
): Promise<void> {
  if (actor.kind === "operator" && actor.id === account.id) return;
  const signIn = `Sign in as ${account.email}, then accept again.`;
  if (account.has_second_factor || account.password_hash === null || !password)
    throw apiProblem(
      "not-signed-in",
      account.has_second_factor ? signIn : `Give the account's password, or: ${signIn}`,
    );
  const tries = await dependencies.passwordTries();
  const given = { email: account.email, address };
  const verdict = await tries.take(given);
  if (verdict.kind === "too_many")
    throw apiProblem("too-many-requests", `Try again in ${toRetryAfter(verdict)} seconds.`, {
      headers: { "retry-after": String(toRetryAfter(verdict)) },
    });
  if (!(await verifyPassword({ hash: account.password_hash, password })))
    throw apiProblem("wrong-password", "This is not the account's password.");
  await tries.forgive(given, account.id);
}
