import type { FormSnapshot } from "@leadrelay/contracts/form-snapshot";
import { kvKeys } from "@leadrelay/contracts/kv-keys";
import { resolve } from "node:path";
import { bundleWrapped } from "../../src/runtime/bundle-worker.ts";
import { readWranglerFile } from "../../src/runtime/read-wrangler-file.ts";
import { bundleModule } from "../runtime/bundle-module.ts";
import { startWorkers, type RunningWorkers } from "../runtime/start-workers.ts";

const formKey = "frm_bench";

export const formPath = `/f/${formKey}`;

const snapshot: FormSnapshot = {
  v: 1,
  form_id: "form_bench",
  client_id: "cli_bench",
  database: "DB",
  allowed_hosts: ["www.example.com"],
  thank_you_url: "https://www.example.com/thank-you",
  redirect_status: 301,
  bot_detection: null,
  field_mapping: {},
  default_region: "IN",
};

const limitingWrapper = resolve(import.meta.dirname, "../workers/wrap-in-rate-limits.ts");

const limitedProducer = async (main: string) => [
  { type: "ESModule" as const, path: "producer.js", contents: await bundleWrapped(main, limitingWrapper) },
];

/** Our producer as it is deployed, a bare one beside it, and one consumer that discards what both enqueue. */
export async function startIngestWorkers(): Promise<RunningWorkers> {
  const { main, options } = await readWranglerFile("producer");
  const shared = { compatibilityDate: options.compatibilityDate, queueProducers: options.queueProducers };
  const workers = await startWorkers([
    { ...options, name: "producer", modules: await limitedProducer(main) },
    { ...shared, name: "bare-producer", modules: await bundleModule("bare-producer.ts") },
    {
      compatibilityDate: options.compatibilityDate,
      name: "discard",
      modules: await bundleModule("discard-messages.ts"),
      queueConsumers: {
        leads: { maxBatchSize: 100, maxBatchTimeout: 1 },
        tracking: { maxBatchSize: 100, maxBatchTimeout: 1 },
      },
    },
  ]);
  const kv = await workers.miniflare.getKVNamespace("KV", "producer");
  await kv.put(kvKeys.form(formKey), JSON.stringify(snapshot));
  return workers;
}
