import { setPasswordHash } from "@leadrelay/db/sign-in/set-password-hash";
import { pipelineScope } from "@leadrelay/db/scope";
import type { Statement } from "@leadrelay/db/statement";
import { hashPassword } from "better-auth/crypto";
import { judgePassword } from "./password-rule.ts";

export type PasswordChange =
  | { kind: "ok"; statements: [Statement<number>, Statement<number>] }
  | { kind: "refused"; because: string };

/** The writes that give an operator another password and sign it out everywhere; run them in one batch. */
export async function setPassword(
  operatorId: string,
  password: string,
  { now }: { now: () => number },
): Promise<PasswordChange> {
  const verdict = judgePassword(password);
  if (verdict.kind === "refused") return verdict;
  const passwordHash = await hashPassword(password);
  return {
    kind: "ok",
    statements: setPasswordHash(pipelineScope, { id: operatorId, passwordHash, now: now() }),
  };
}
