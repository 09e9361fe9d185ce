import type { V4WorkerOptions } from "miniflare";
import { resolve } from "node:path";
import { bundlePlain } from "./bundle-worker.ts";

const main = resolve(import.meta.dirname, "../../journal/journal-worker.ts");

/** The intake journal as a Worker named `journal`; it exists only in the local stack. */
export async function journalWorker(): Promise<V4WorkerOptions> {
  return {
    name: "journal",
    compatibilityDate: "2026-11-01",
    modules: [{ type: "ESModule", path: "journal.js", contents: await bundlePlain(main) }],
    durableObjects: { ENTRIES: { className: "JournalObject", useSQLite: true } },
    queueProducers: { LEADS_QUEUE: { queueName: "leads" } },
  };
}
