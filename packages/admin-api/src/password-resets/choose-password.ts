import {
  passwordResetByToken,
  usePasswordReset,
  type PasswordReset,
} from "@leadrelay/db/sign-in/password-resets";
import { logEvent } from "@leadrelay/contracts/log-event";
import { auditAccount } from "@leadrelay/db/sign-in/audit-account";
import { runOne } from "@leadrelay/db/run-batch";
import { noScope } from "../access/access.ts";
import type { AdminDependencies } from "../dependencies.ts";
import { commitChange } from "../endpoint/commit-change.ts";
import { apiProblem, notFound } from "../problems/api-problem.ts";
import { sha256Hex } from "../http/sha256-hex.ts";
import { setPassword } from "../sign-in/set-password.ts";

/** The link a token belongs to. Throws 404 for no token of ours, 409 for one that is over. */
export async function findReset(
  token: string,
  { control, now }: AdminDependencies,
): Promise<PasswordReset & { tokenHash: string }> {
  const tokenHash = await sha256Hex(token);
  const [found] = await runOne(control, passwordResetByToken(noScope, tokenHash));
  if (found === undefined) throw notFound("link");
  if (found.used_at !== null || found.overtaken === 1 || found.expires_at <= now())
    throw apiProblem(
      "conflict",
      "This link is used up or too old. Ask whoever gave it to you for a new one.",
    );
  return { ...found, tokenHash };
}

/** Gives the operator the password, signs it out everywhere and uses the link up, all at once. Throws the 422 of a password too weak. */
export async function choosePassword(
  { operator_id, email, tokenHash }: Awaited<ReturnType<typeof findReset>>,
  password: string,
  {
    requestId,
    address,
    dependencies,
  }: { requestId: string; address: string | null; dependencies: AdminDependencies },
): Promise<void> {
  const change = await setPassword(operator_id, password, dependencies);
  if (change.kind === "refused") throw apiProblem("invalid", change.because);
  // Whoever cannot get in because others try the password gets in with a link, and from where it was used.
  const remembered = await (await dependencies.passwordTries()).remember(operator_id, address);
  const actor = { kind: "operator", id: operator_id, name: email } as const;
  const entry = {
    operator: { id: operator_id },
    action: "password.reset",
    detail: {},
    by: "operator",
    forInstallation: true,
    requestId,
    id: dependencies.newId(),
    now: dependencies.now(),
  } as const;
  await commitChange(
    {
      control: [
        ...usePasswordReset(noScope, tokenHash, dependencies.now()),
        ...change.statements,
        ...remembered,
        auditAccount(noScope, entry),
      ],
      conflicts: { unchanged: "Somebody used this link at the same moment." },
      audit: [],
      answer: { body: null },
    },
    { access: { actor, scope: noScope, caller: undefined }, requestId, dependencies, remember: [] },
  );
  logEvent("account.changed", { request_id: requestId, operator_id, change: "password.reset" });
}
