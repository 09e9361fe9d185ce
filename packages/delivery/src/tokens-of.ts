import type { TokenStore } from "@leadrelay/adapters/steps/run-steps";
import { logEvent } from "@leadrelay/contracts/log-event";
import { reasonOf } from "@leadrelay/contracts/reason-of";
import {
  findToken,
  forgetToken,
  keepToken,
  sealedTokenAt,
} from "@leadrelay/db/destination-tokens/destination-token";
import type { Destination } from "@leadrelay/db/destinations/destination";
import { runOne } from "@leadrelay/db/run-batch";
import { pipelineScope } from "@leadrelay/db/scope";
import type { Sealer } from "@leadrelay/signing/seal";
import { settingsMark } from "./settings-mark.ts";

interface TokenDependencies {
  control: D1Database;
  sealer: () => Promise<Sealer>;
  now: () => number;
}

interface Known {
  value: string;
  sealed: string | null;
  expiresAt: number;
}

/** Of this isolate, by destination and settings. */
const known = new Map<string, Known>();
const mostKnown = 500;

/** One that runs out during the try is none. */
const leastLeftMs = 120_000;

/**
 * The token of a destination between tries: in this isolate, and sealed in D1 for the others. Settings that change have a token of their own.
 * What D1 does not give or take costs another token, never the try.
 */
export function tokensOf(
  destination: Pick<Destination, "id" | "client_id" | "sealed_settings">,
  { control, sealer, now }: TokenDependencies,
): TokenStore {
  const { id, client_id } = destination;
  const settings_mark = settingsMark(destination);
  const key = `${id} ${settings_mark}`;
  const isGood = ({ expiresAt }: Known) => expiresAt > now() + leastLeftMs;
  return {
    async find() {
      const here = known.get(key);
      if (here !== undefined && isGood(here)) return here.value;
      const found = await orNothing(id, async () => {
        const asked = { settingsMark: settings_mark, goodUntil: now() + leastLeftMs };
        const kept = await runOne(control, findToken(pipelineScope, id, asked));
        if (kept === undefined) return undefined;
        const value = await (await sealer()).open(kept.sealed_token, sealedTokenAt(id));
        return { value, sealed: kept.sealed_token, expiresAt: kept.expires_at };
      });
      if (found !== undefined) remember(key, found);
      return found?.value ?? null;
    },
    async keep({ value, expiresInMs }) {
      const expires_at = now() + expiresInMs;
      remember(key, { value, sealed: null, expiresAt: expires_at });
      await orNothing(id, async () => {
        const sealed_token = await (await sealer()).seal(value, sealedTokenAt(id));
        remember(key, { value, sealed: sealed_token, expiresAt: expires_at });
        const row = { destination_id: id, client_id, sealed_token, settings_mark, expires_at };
        await runOne(control, keepToken(pipelineScope, row));
      });
    },
    async forget() {
      const sealed = known.get(key)?.sealed ?? null;
      known.delete(key);
      if (sealed === null) return;
      await orNothing(id, async () => {
        await runOne(control, forgetToken(pipelineScope, id, sealed));
      });
    },
  };
}

function remember(key: string, token: Known): void {
  known.delete(key);
  const [oldest] = known.keys();
  if (known.size >= mostKnown && oldest !== undefined) known.delete(oldest);
  known.set(key, token);
}

async function orNothing<Result>(
  destination_id: string,
  ask: () => Promise<Result>,
): Promise<Result | undefined> {
  try {
    return await ask();
  } catch (error) {
    logEvent("destination.token_not_kept", { destination_id, error: reasonOf(error) });
    return undefined;
  }
}
