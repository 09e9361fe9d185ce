import { Failure, usageFailure } from "../exit/failure.ts";
import type { Outside } from "../outside/outside.ts";
import type { Settings } from "../settings/resolve-settings.ts";
import { readCredential, type StoredCredential } from "./credentials-file.ts";

/** The access key of the environment, else what the profile's `login` stored for this very installation. */
export function findCredential(
  outside: Pick<Outside, "env" | "configDir">,
  { profile }: Pick<Settings, "profile">,
  url: string,
): StoredCredential {
  const fromEnvironment = environmentKey(outside, url);
  if (fromEnvironment !== undefined) return fromEnvironment;
  const stored = readCredential(outside, profile);
  if (stored?.url === url) return stored;
  throw new Failure({
    ending: "auth",
    title: `You are not signed in to ${url}.`,
    detail:
      stored === undefined
        ? undefined
        : `The profile \`${profile}\` is signed in to ${stored.url}, and to no other.`,
    whatToDo: `run \`leadrelay login --url ${url}\`, name another profile with --profile, or set LEADRELAY_KEY_ID and LEADRELAY_KEY_SECRET.`,
  });
}

function environmentKey({ env }: Pick<Outside, "env">, url: string): StoredCredential | undefined {
  const keyId = env["LEADRELAY_KEY_ID"] ?? "";
  const secret = env["LEADRELAY_KEY_SECRET"] ?? "";
  if (keyId === "" && secret === "") return undefined;
  if (keyId === "") throw usageFailure("LEADRELAY_KEY_SECRET is set and LEADRELAY_KEY_ID is not.");
  if (secret === "") throw usageFailure("LEADRELAY_KEY_ID is set and LEADRELAY_KEY_SECRET is not.");
  return { kind: "key", url, key_id: keyId, secret };
}
