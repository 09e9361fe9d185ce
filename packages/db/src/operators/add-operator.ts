import { sql } from "kysely";
import type { PipelineScope } from "../scope.ts";
import { queries, write, type Statement } from "../statement.ts";

export interface OperatorInput {
  id: string;
  accountId: string;
  /** In small letters. */
  email: string;
  name: string;
  passwordHash: string;
  /** Milliseconds UTC. */
  now: number;
}

/**
 * Adds an operator with a password, in this order in one batch. Whoever has this e-mail already keeps id, name and password;
 * one who had none gets this one.
 */
export function addOperator(
  _scope: PipelineScope,
  operator: OperatorInput,
): [Statement<number>, Statement<number>] {
  const at = new Date(operator.now).toISOString();
  const { id, name, email } = operator;
  const row = { id, name, email, email_verified: 1, image: null, created_at: at, updated_at: at } as const;
  const insert = queries
    .insertInto("operators")
    .values({ ...row, two_factor_enabled: 0 })
    .onConflict((conflict) => conflict.column("email").doNothing());
  const account = sql`
    INSERT INTO operator_accounts (id, account_id, provider_id, operator_id, password, created_at, updated_at)
    SELECT ${operator.accountId}, operators.id, 'credential', operators.id, ${operator.passwordHash}, ${at}, ${at}
    FROM operators WHERE email = ${email} AND NOT EXISTS (
      SELECT 1 FROM operator_accounts WHERE operator_id = operators.id AND provider_id = 'credential')`;
  return [write(insert.compile()), write(account.compile(queries))];
}
