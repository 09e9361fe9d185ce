import { shortestPassword } from "@leadrelay/contracts/password-length";
import type { Account } from "@leadrelay/db/operators/operator-by-email";
import { hashPassword, verifyPassword } from "better-auth/crypto";
import type { Access } from "../access/access.ts";
import type { AdminDependencies } from "../dependencies.ts";
import { apiProblem, type ApiProblem } from "../problems/api-problem.ts";
import { toRetryAfter } from "../sign-in/attempt-limits.ts";
import { judgePassword } from "../sign-in/password-rule.ts";

/** What comes with an invitation's link, and who sends it. */
interface GivenProof {
  password: string;
  access: Access;
  dependencies: AdminDependencies;
  address: string | null;
}

/**
 * A role goes to an account only by whoever can sign in to it: the link alone is not proof, because whoever invites has it too, and might
 * have made the account in the other's name before. Until proof is given every refusal is one and the same, whether there is an account, with a
 * second factor or not, and takes as long: else whoever invites finds out who has one. Throws it, a 422, or the 429 of too many tries; once the
 * password is proven, the 401 that asks for the second factor too.
 * @param account undefined: the e-mail address is nobody's yet, and any password it may choose will do
 */
export async function proveAccount(
  account: Account | undefined,
  email: string,
  { password, access: { actor }, dependencies, address }: GivenProof,
): Promise<void> {
  if (account !== undefined && actor.kind === "operator" && actor.id === account.id) return;
  if (judgePassword(password).kind === "refused") throw notAccepted();
  const tries = await dependencies.passwordTries();
  const given = { email, address };
  const verdict = await tries.take(given);
  if (verdict.kind === "too_many")
    throw apiProblem("too-many-requests", `Try again in ${toRetryAfter(verdict)} seconds.`, {
      headers: { "retry-after": String(toRetryAfter(verdict)) },
    });
  // Somebody new has the password hashed, which takes as long as comparing it.
  if (account !== undefined && !(await isPasswordOf(account, password))) throw notAccepted();
  const needsCode = account?.has_second_factor === true;
  await tries.forgive(given, account === undefined || needsCode ? null : account.id);
  if (needsCode) throw apiProblem("not-signed-in", `Sign in as ${email}, then accept again.`);
}

async function isPasswordOf({ password_hash: hash }: Account, password: string): Promise<boolean> {
  if (hash !== null) return verifyPassword({ hash, password });
  await hashPassword(password);
  return false;
}

/** Says nothing of whether there is an account. */
function notAccepted(): ApiProblem {
  const detail = `Give the password of the account you have here or, where you have none, one of at least ${shortestPassword} characters. Whoever has an account can also sign in to it first, and with a second factor has to.`;
  return apiProblem("invalid", detail, { errors: [{ field: "password", detail }] });
}
