import { identityIp } from "@leadrelay/core/ip-lists/identity-ip";
import { runBatch } from "@leadrelay/db/run-batch";
import { pipelineScope } from "@leadrelay/db/scope";
import {
  countPasswordTry,
  uncountPasswordTry,
  type PasswordLimits,
  type PasswordTry,
  type PasswordVerdict,
} from "@leadrelay/db/sign-in/count-password-try";
import { forgetAttempts } from "@leadrelay/db/sign-in/count-attempt";
import { rememberAddress } from "@leadrelay/db/sign-in/known-addresses";
import type { Statement } from "@leadrelay/db/statement";
import { attemptWindowMs, type AttemptDependencies } from "./attempt-limits.ts";
import { keyedHash } from "./keyed-hash.ts";

/** Passwords tried from one address, whoever's, in a minute. */
const perAddress = 10;
/** Wrong ones from one address for one e-mail address; a person who mistypes is through again a minute later. */
const perPair = 5;
/** Wrong ones for one e-mail address from wherever its owner never signed in: so many at once, then one every ten seconds. */
const everywhere = { burst: 20, intervalMs: 10_000 };

/** Whose password is given, and the address it comes from, as Cloudflare saw it. */
interface GivenPassword {
  /** Whatever was typed there: people also type passwords into that field. */
  email: string;
  address: string | null;
}

/** Counts passwords that are tried, so that nobody guesses one and nobody is kept out by those who do. */
export interface PasswordTries {
  /** Counts one, before it is looked at. */
  take: (given: GivenPassword) => Promise<PasswordVerdict>;
  /** It was right: only wrong ones stay counted. `signedIn`: whoever needs no second step, to be known by that address from now on. */
  forgive: (given: GivenPassword, signedIn: string | null) => Promise<void>;
  /** The writes that remember where an operator signed in from, or chose the password by a link. */
  remember: (operatorId: string, address: string | null) => Promise<Statement<number>[]>;
}

/** Over D1, where all isolates see it; what is counted by and remembered are keyed hashes. An IPv6 address counts as its /64. */
export function passwordTries({ d1, secrets, now, newId }: AttemptDependencies): PasswordTries {
  const [newest] = secrets;
  const hashesOf = async (address: string | null) => {
    const network = address === null ? null : identityIp(address);
    if (network === null) return [];
    return Promise.all(secrets.map((secret) => keyedHash(secret, "address", network)));
  };
  const countedOf = async ({ email, address }: GivenPassword) => {
    const tried: PasswordTry = { email: email.trim().toLowerCase(), addressHashes: await hashesOf(address) };
    return { tried, limits: await limitsOf(tried) };
  };
  const limitsOf = async ({ email, addressHashes: [from] }: PasswordTry): Promise<PasswordLimits> => {
    const keyOf = (...parts: string[]) => keyedHash(newest, ...parts);
    const windowMs = attemptWindowMs;
    return {
      address: from === undefined ? null : { key: await keyOf("from", from), max: perAddress, windowMs },
      pair: { key: await keyOf("pair", email, from ?? ""), max: perPair, windowMs },
      knownPair: { key: await keyOf("known pair", email, from ?? ""), max: perAddress, windowMs },
      everywhere: { key: await keyOf("everywhere", email), ...everywhere },
    };
  };
  const remember = async (operatorId: string, address: string | null) => {
    const [addressHash] = await hashesOf(address);
    if (addressHash === undefined) return [];
    return rememberAddress(pipelineScope, { operatorId, addressHash, now: now() });
  };
  return {
    async take(given) {
      const at = now();
      const { tried, limits } = await countedOf(given);
      const [, ...verdicts] = await runBatch(d1, [
        forgetAttempts(pipelineScope, attemptWindowMs, at),
        ...countPasswordTry(pipelineScope, tried, limits, { newId, now: at }),
      ]);
      return verdicts.find(({ kind }) => kind === "too_many") ?? { kind: "allowed" };
    },
    async forgive(given, signedIn) {
      const { tried, limits } = await countedOf(given);
      const remembered = signedIn === null ? [] : await remember(signedIn, given.address);
      await runBatch(d1, [...uncountPasswordTry(pipelineScope, tried, limits), ...remembered]);
    },
    remember,
  };
}
