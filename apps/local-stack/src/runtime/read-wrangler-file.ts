import type { V4WorkerOptions } from "miniflare";
import { existsSync } from "node:fs";
import { join } from "node:path";
import type { RateLimits } from "../../entry/rate-limits.ts";
import { repositoryRoot } from "../settings/repository-root.ts";
import { keptText } from "../storage/kept-texts.ts";
import { uiFiles } from "./ui-files.ts";

/** What our wrangler files say; Miniflare's own type of it says nothing. */
type FileOptions = Pick<
  V4WorkerOptions,
  | "assets"
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
export async function readWranglerFile(
  name: "producer" | "consumer",
): Promise<{ main: string; options: FileOptions }> {
  const file = join(repositoryRoot, `wrangler.${name}.toml`);
  // Variables beside it are read with it, and may come and go.
  const mayChange = existsSync(join(repositoryRoot, ".dev.vars"));
  const text = mayChange
    ? (await readAnew(file)).text
    : await keptText(`options of ${file}`, () => readAnew(file));
  const read = JSON.parse(text) as { main?: string; options: FileOptions };
  if (read.main === undefined) throw new Error(`${file} names no main`);
  const { ratelimits, assets, ...options } = read.options;
  return {
    main: read.main,
    options: {
      ...options,
      serviceBindings: { ...options.serviceBindings, ...uiOf(assets) },
      bindings: { ...options.bindings, ...localLimits(ratelimits) },
    },
  };
}

/** To load Wrangler takes a second: only where its file has changed. */
async function readAnew(file: string): Promise<{ text: string; sources: string[] }> {
  const { unstable_getMiniflareWorkerOptions: readOptions } = await import("wrangler");
  const { workerOptions, main } = readOptions(file);
  // Modules come bundled, and crons are fired by a timer.
  const { modulesRules: _rules, cronTriggers: _crons, ...options } = workerOptions;
  return { text: JSON.stringify({ main, options }), sources: [file] };
}

/** Measured and tried without `npm start`, nobody may have built the UI: then the API is alone. */
const uiOf = (assets: FileOptions["assets"]) =>
  assets?.directory !== undefined && existsSync(assets.directory)
    ? { [assets.binding ?? "ASSETS"]: uiFiles(assets.directory) }
    : {};

/** The limiters for the entry to play: Miniflare's own write each count to disk, at two thirds of the producer's throughput. */
function localLimits(limiters: FileOptions["ratelimits"] = {}): { LOCAL_RATE_LIMITS: RateLimits } {
  const limits = Object.entries(limiters).map(([binding, { simple }]) => [binding, simple] as const);
  return { LOCAL_RATE_LIMITS: Object.fromEntries(limits) };
}
