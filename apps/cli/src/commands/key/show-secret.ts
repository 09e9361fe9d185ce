import type { components } from "@leadrelay/client/schema.gen";
import type { Cli } from "../../cli.ts";
import { localTime } from "../../output/local-time.ts";

type KeyWithSecret = components["schemas"]["AccessKeyWithSecret"];

/** A new secret, as lines for an .env file; only this once. */
export function showSecret({ results, outside }: Cli, key: KeyWithSecret): void {
  results.show(key, () => key.environment);
  results.note("The secret is shown this once: keep it where the machine reads its environment.");
  if (key.previous_expires_at !== null)
    results.note(`The secret until now works until ${localTime(key.previous_expires_at, outside)}.`);
}
