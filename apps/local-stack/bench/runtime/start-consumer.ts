import { runBatch } from "@leadrelay/db/run-batch";
import { createSealer } from "@leadrelay/signing/seal";
import { resolve } from "node:path";
import { bundleWrapped } from "../../src/runtime/bundle-worker.ts";
import { readWranglerFile } from "../../src/runtime/read-wrangler-file.ts";
import { tenantStatements, type Tenant } from "../../src/seed/tenant.ts";
import { applyMigrations } from "../../src/storage/apply-migrations.ts";
import type { Handled, Invoked } from "../workers/wrap-worker.ts";
import type { Meter } from "../meter/meter.ts";
import { readStorage, type Storage } from "./read-storage.ts";
import { benchDestination, benchTenant } from "../submissions/bench-tenant.ts";
import { startWorkers } from "./start-workers.ts";

const meterWrapper = resolve(import.meta.dirname, "../workers/wrap-worker.ts");
const masterKey = `bench:${Buffer.alloc(32, 7).toString("base64")}`;

/** The real consumer on a workerd and a D1 of its own, with what it asks of D1 counted. */
export interface ConsumerUnderTest {
  database: D1Database;
  /** Where its state is. */
  stateDir: string;
  /** What its D1 takes on disk. */
  storage(): Storage;
  /** Enqueues at most a hundred submissions. */
  feed(submissions: readonly unknown[]): Promise<void>;
  /** No batch is handled until `release`. */
  hold(): Promise<void>;
  release(): Promise<void>;
  /** Hands one batch to the queue handler, without a queue. Rejects with what the handler throws. */
  handle(queue: string, bodies: readonly unknown[], how?: Handing): Promise<Handled>;
  /** Runs the cron once, without a queue. */
  sweep(): Promise<Invoked>;
  /** Adds a client with a form and a destination. */
  addTenant(tenant: Tenant): Promise<void>;
  /** What batches that came by queue asked of D1 since the last `clearMeters`, by queue. */
  meters(): Promise<Record<string, Meter>>;
  clearMeters(): Promise<void>;
  /** Kills it at once and leaves its state. Returns where that is. */
  kill(): Promise<string>;
  stop(): Promise<void>;
}

interface Handing {
  /** How often each message was handed over, this time included; 1 without it. */
  tries?: readonly number[];
  /** How much longer each D1 call takes. */
  d1DelayMs?: number;
}

interface ConsumerOptions {
  /** How many submissions a batch of the leads queue holds; the wrangler file's without it. */
  leadsBatchSize?: number;
  /** What an earlier one that was killed has left; a new one without it. */
  stateDir?: string;
  /** Has the database before its tables are today's. */
  beforeMigrations?: (database: D1Database) => Promise<void>;
}

export async function startConsumer(
  receiverUrl: string,
  { leadsBatchSize, stateDir, beforeMigrations }: ConsumerOptions = {},
): Promise<ConsumerUnderTest> {
  const { main, options } = await readWranglerFile("consumer");
  const workers = await startWorkers(
    [
      {
        ...options,
        name: "consumer",
        modules: [
          { type: "ESModule", path: "consumer.js", contents: await bundleWrapped(main, meterWrapper) },
        ],
        bindings: {
          ENVIRONMENT: "development",
          ALLOW_PRIVATE_DESTINATIONS: "true",
          DELIVERY_MASTER_KEY: masterKey,
        },
        queueConsumers: withBatchSize(options.queueConsumers, leadsBatchSize),
      },
    ],
    stateDir,
  );
  const database = await workers.miniflare.getD1Database("DB", "consumer");
  await beforeMigrations?.(database);
  await applyMigrations(database);
  const sealer = await createSealer(masterKey);
  const addTenant = async (tenant: Tenant) =>
    void (await runBatch(database, await tenantStatements(tenant, sealer, Date.now())));
  await addTenant({ ...benchTenant, destination: benchDestination(receiverUrl) });
  const port = await workers.portOf("consumer");
  const ask = async (method: string, path: string, body?: unknown): Promise<unknown> => {
    const init = body === undefined ? { method } : { method, body: JSON.stringify(body) };
    const response = await fetch(`http://127.0.0.1:${port}${path}`, init);
    if (!response.ok) throw new Error(`${method} ${path}: ${response.status} ${await response.text()}`);
    return response.json();
  };
  return {
    database,
    stateDir: workers.stateDir,
    storage: () => readStorage(workers.stateDir),
    feed: async (messages) => void (await ask("POST", "/feed", { messages })),
    hold: async () => void (await ask("POST", "/hold")),
    release: async () => void (await ask("POST", "/release")),
    handle: async (queue, bodies, how) =>
      (await ask("POST", "/handle", { queue, bodies, ...how })) as Handled,
    sweep: async () => (await ask("POST", "/sweep")) as Invoked,
    addTenant,
    meters: async () => (await ask("GET", "/meters")) as Record<string, Meter>,
    clearMeters: async () => void (await ask("DELETE", "/meters")),
    async kill() {
      await workers.kill();
      return workers.stateDir;
    },
    stop: () => workers.stop(),
  };
}

type QueueConsumers = Awaited<ReturnType<typeof readWranglerFile>>["options"]["queueConsumers"];

function withBatchSize(consumers: QueueConsumers, leadsBatchSize: number | undefined): QueueConsumers {
  if (leadsBatchSize === undefined || consumers === undefined || Array.isArray(consumers)) return consumers;
  const { leads } = consumers;
  if (typeof leads !== "object") throw new Error("wrangler.consumer.toml consumes no queue named leads");
  return { ...consumers, leads: { ...leads, maxBatchSize: leadsBatchSize } };
}
