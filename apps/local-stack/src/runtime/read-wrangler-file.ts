import type { V4WorkerOptions } from "miniflare";
import { join } from "node:path";
import { unstable_getMiniflareWorkerOptions as readOptions } from "wrangler";
import type { RateLimits } from "../../entry/rate-limits.ts";
import { repositoryRoot } from "../settings/repository-root.ts";

/** What our wrangler files say; Miniflare's own type of it says nothing. */
type FileOptions = Pick<
  V4WorkerOptions,
  | "bindings"
  | "compatibilityDate"
  | "compatibilityFlags"
  | "d1Databases"
  | "kvNamespaces"
  | "queueConsumers"
  | "queueProducers"
  | "ratelimits"
  | "serviceBindings"
>;

/** One of our Workers as its wrangler file has it: `main` (absolute), and its bindings, queues and limits. */
export function readWranglerFile(name: "producer" | "consumer"): { main: string; options: FileOptions } {
  const file = join(repositoryRoot, `wrangler.${name}.toml`);
  const { workerOptions, main } = readOptions(file);
  if (main === undefined) throw new Error(`${file} names no main`);
  // Modules come bundled, and crons are fired by a timer.
  const { modulesRules: _rules, cronTriggers: _crons, ...given } = workerOptions;
  const { ratelimits, ...options }: FileOptions = given;
  return { main, options: { ...options, bindings: { ...options.bindings, ...localLimits(ratelimits) } } };
}

/** The limiters for the entry to play: Miniflare's own write each count to disk, at two thirds of the producer's throughput. */
function localLimits(limiters: FileOptions["ratelimits"] = {}): { LOCAL_RATE_LIMITS: RateLimits } {
  const limits = Object.entries(limiters).map(([binding, { simple }]) => [binding, simple] as const);
  return { LOCAL_RATE_LIMITS: Object.fromEntries(limits) };
}
