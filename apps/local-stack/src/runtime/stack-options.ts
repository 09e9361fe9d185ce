import { convertV4MiniflareOptions, type MiniflareOptions, type V4WorkerOptions } from "miniflare";
import { join } from "node:path";
import { workerLog } from "../log/worker-log.ts";
import type { StackSettings } from "../settings/stack-settings.ts";
import { bundleWrapped } from "./bundle-worker.ts";
import { journalWorker } from "./journal-worker-options.ts";
import { createStackFacts } from "./stack-facts.ts";
import { readWranglerFile } from "./read-wrangler-file.ts";

const host = "127.0.0.1";

interface StackOptions {
  settings: StackSettings;
  variables: { producer: Record<string, string>; consumer: Record<string, string> };
  /** What has the Workers finish; nobody else knows it. */
  stopKey: string;
  /** Until it is true the Workers answer 503. */
  isReady: () => boolean;
}

/** Both Workers as their wrangler files have them, and the journal beside them, in one Miniflare. */
export async function stackOptions(options: StackOptions): Promise<MiniflareOptions> {
  const { settings, isReady } = options;
  const stackFacts = createStackFacts({ stateDir: settings.stateDir, isReady });
  const workers = await Promise.all([
    wrangledWorker("producer", options, stackFacts),
    wrangledWorker("consumer", options, stackFacts),
    ...(settings.journal ? [journalWorker()] : []),
  ]);
  return convertV4MiniflareOptions({
    host,
    port: 0,
    cf: false,
    ...(settings.inspectorPort === 0 ? {} : { inspectorPort: settings.inspectorPort }),
    // Wrangler's own layout, so that `wrangler d1 execute --local --persist-to` reads the same files.
    resourcePersistencePath: join(settings.stateDir, "v3"),
    handleStructuredLogs: workerLog(settings.logFormat, options.isReady),
    workers,
  });
}

async function wrangledWorker(
  name: "producer" | "consumer",
  { settings, variables, stopKey }: StackOptions,
  stackFacts: ReturnType<typeof createStackFacts>,
): Promise<V4WorkerOptions> {
  const { main, options } = await readWranglerFile(name);
  const script = await bundleWrapped(main);
  return {
    ...options,
    name,
    modules: [{ type: "ESModule", path: `${name}.js`, contents: script }],
    bindings: {
      ...options.bindings,
      ...variables[name],
      LOCAL_FAULTS: String(settings.faults),
      LOCAL_STOP_KEY: stopKey,
    },
    serviceBindings: {
      ...options.serviceBindings,
      LOCAL_STACK: stackFacts,
      ...(settings.journal ? { JOURNAL: { name: "journal" } } : {}),
    },
    unsafeDirectSockets: [{ host, port: settings.ports[name] }],
  };
}
