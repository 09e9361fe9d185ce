import type { LeadRelayClient } from "@leadrelay/client/create-client";
import { openClient } from "./api/open-client.ts";
import { findCredential } from "./credentials/find-credential.ts";
import { usageFailure } from "./exit/failure.ts";
import type { Outside } from "./outside/outside.ts";
import { createResults, type Results } from "./output/results.ts";
import { createAsk, type Ask } from "./prompts/ask.ts";
import { readSettingsFiles } from "./settings/settings-files.ts";
import { resolveSettings, type GlobalOptions, type Settings } from "./settings/resolve-settings.ts";

/** What a command works with. Files are read when first asked for: `--help` needs none. */
export interface Cli {
  outside: Outside;
  results: Results;
  ask: Ask;
  /** The global options as given. */
  options: () => GlobalOptions;
  settings: () => Settings;
  /** The API's origin; a usage error when nothing names it. */
  url: () => string;
  /** The API, as whoever is signed in. */
  api: () => LeadRelayClient;
}

export function createCli(outside: Outside, options: () => GlobalOptions): Cli {
  let known: Settings | undefined;
  const settings = () =>
    (known ??= resolveSettings({ flags: options(), env: outside.env, ...readSettingsFiles(outside) }));
  const url = () => {
    const given = settings().url;
    if (given === undefined)
      throw usageFailure(
        "Which installation? Nothing names its address.",
        "run `leadrelay login --url https://…` with its API's address, or give --url, LEADRELAY_URL or `url` in .leadrelay.toml.",
      );
    return given;
  };
  return {
    outside,
    results: createResults(
      outside,
      () => settings().output,
      () => options().wide === true,
    ),
    ask: createAsk(outside),
    options,
    settings,
    url,
    api: () => openClient(outside, findCredential(outside, settings(), url()), settings().output === "table"),
  };
}
