import { sql, type RawBuilder } from "kysely";
import type { PipelineScope } from "../scope.ts";
import { mapResult, type Statement } from "../statement.ts";
import {
  countAttempt,
  countedAtMost,
  forgetAttempt,
  type AttemptLimit,
  type AttemptVerdict,
} from "./count-attempt.ts";
import { signedInFrom } from "./known-addresses.ts";
import { giveTurnBack, takeTurn, type TurnLimit } from "./take-turn.ts";

/** Whose password is tried, and where from. */
export interface PasswordTry {
  /** In small letters. It is looked up, and not kept. */
  email: string;
  /** Keyed hashes of the address, the one to remember it under first; none where it is not known. */
  addressHashes: readonly string[];
}

/** What bounds the tries of one e-mail address. */
export interface PasswordLimits {
  /** From one address, whoever's password; null where the address is not known. */
  address: AttemptLimit | null;
  /** From one address for one e-mail address. */
  pair: AttemptLimit;
  /** As `pair`, from an address that signed in to the account before. */
  knownPair: AttemptLimit;
  /** For one e-mail address from all addresses that did not. */
  everywhere: TurnLimit;
}

/** What a try was too many of; `retryAfterMs` until there may be another. */
export type PasswordVerdict =
  | { kind: "allowed" }
  | { kind: "too_many"; limit: keyof PasswordLimits; retryAfterMs: number };

/**
 * Counts a try before the password is looked at, so that of many at once none goes uncounted; run them in one batch. Each statement counts
 * only what those before it let through, and tries from elsewhere never count against an address that signed in to the account before.
 */
export function countPasswordTry(
  scope: PipelineScope,
  { email, addressHashes }: PasswordTry,
  limits: PasswordLimits,
  { newId, now }: { newId: () => string; now: number },
): Statement<PasswordVerdict>[] {
  const { address, pair, knownPair, everywhere } = limits;
  const isKnown = signedInFrom(email, addressHashes);
  const isStrange = sql`NOT ${isKnown}`;
  const mayGoOn =
    address === null ? isStrange : sql`${isStrange} AND ${countedAtMost(address.key, address.max)}`;
  const count = (limit: AttemptLimit, condition: RawBuilder<unknown>) =>
    countAttempt(scope, limit, { id: newId(), now }, condition);
  return [
    ...(address === null ? [] : [named("address", count(address, isStrange))]),
    named("knownPair", count(knownPair, sql`${isKnown}`)),
    named("pair", count(pair, mayGoOn)),
    named(
      "everywhere",
      takeTurn(
        scope,
        everywhere,
        { id: newId(), now },
        sql`${mayGoOn} AND ${countedAtMost(pair.key, pair.max)}`,
      ),
    ),
  ];
}

const named = (limit: keyof PasswordLimits, counted: Statement<AttemptVerdict>): Statement<PasswordVerdict> =>
  mapResult(counted, (verdict) => (verdict.kind === "allowed" ? verdict : { ...verdict, limit }));

/** What a right password leaves: only what was wrong stays counted. Run them before the address is remembered, in one batch. */
export const uncountPasswordTry = (
  scope: PipelineScope,
  { email, addressHashes }: PasswordTry,
  { pair, knownPair, everywhere }: PasswordLimits,
): Statement<number>[] => [
  giveTurnBack(scope, everywhere, sql`NOT ${signedInFrom(email, addressHashes)}`),
  forgetAttempt(scope, pair.key),
  forgetAttempt(scope, knownPair.key),
];
