import { addOperator } from "@leadrelay/db/operators/add-operator";
import { pipelineScope } from "@leadrelay/db/scope";
import type { Statement } from "@leadrelay/db/statement";
import { hashPassword } from "better-auth/crypto";
import * as z from "zod";
import { judgePassword } from "./password-rule.ts";

export interface NewOperator {
  email: string;
  name: string;
  password: string;
}

export type OperatorCreation =
  | { kind: "ok"; id: string; statements: [Statement<number>, Statement<number>] }
  | { kind: "refused"; field: "email" | "password"; because: string };

/**
 * The writes that make an operator who can sign in; run them in one batch, in a Worker or as plain SQL. The password is hashed here, for
 * about 45 ms. Whoever has the e-mail address already keeps id and password: then the first write counts 0 and `id` is nobody's,
 * so look the operator up by e-mail in whatever refers to it.
 */
export async function createOperator(
  operator: NewOperator,
  { now, newId }: { now: () => number; newId: () => string },
): Promise<OperatorCreation> {
  const email = operator.email.trim().toLowerCase();
  // The check that signing in makes: nobody should get an account that cannot.
  if (!z.email().safeParse(email).success)
    return { kind: "refused", field: "email", because: "This is no e-mail address." };
  const verdict = judgePassword(operator.password);
  if (verdict.kind === "refused") return { kind: "refused", field: "password", because: verdict.because };
  const id = newId();
  const passwordHash = await hashPassword(operator.password);
  const row = {
    id,
    accountId: newId(),
    email,
    name: operator.name.trim() || email,
    passwordHash,
    now: now(),
  };
  return { kind: "ok", id, statements: addOperator(pipelineScope, row) };
}
