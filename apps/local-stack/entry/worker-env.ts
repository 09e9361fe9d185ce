import { journalClient } from "../journal/journal-client.ts";
import { faultyBinding } from "./faulty-binding.ts";
import type { LocalEnv } from "./local-env.ts";
import { tellingJournal } from "./telling-journal.ts";
import { tellStack } from "./tell-stack.ts";
import { rateLimiters } from "./rate-limits.ts";

/** What a Worker finds in its `env`. */
export type Bindings = Record<string, unknown>;

const seen = new WeakMap<LocalEnv, Bindings>();

/** The bindings as the Worker gets them: the journal by its contract, and in tests all behind proxies that `/__faults` steers. */
export function workerEnv(env: LocalEnv): Bindings {
  const known = seen.get(env);
  // Always the same object for one env: Workers keep what they derive from it.
  if (known !== undefined) return known;
  const made: Bindings = { ...env, ...rateLimiters(env.LOCAL_RATE_LIMITS) };
  if (env.JOURNAL !== undefined)
    made["JOURNAL"] = tellingJournal(journalClient(env.JOURNAL), (path, body) => tellStack(env, path, body));
  if (env.LOCAL_FAULTS === "true")
    for (const [name, binding] of Object.entries(made)) made[name] = faultyBinding(name, binding);
  seen.set(env, made);
  return made;
}
