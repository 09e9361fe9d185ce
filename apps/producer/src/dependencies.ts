import type { Journal } from "@leadrelay/contracts/journal";
import type { QueuedMessage } from "@leadrelay/contracts/queued-message";
import type { TrackingMessage } from "@leadrelay/contracts/tracking";
import { createSealer, type Sealer } from "@leadrelay/signing/seal";
import { createFormCache, type FormCache } from "@leadrelay/snapshot/form-cache";
import { v7 } from "uuid";
import { readConfig, type Config } from "./config.ts";
import { createIntakeTally, type IntakeTally } from "./intake/counts/intake-tally.ts";
import { createDoorRate, type DoorRate } from "./intake/rate/door-rate.ts";
import { prepareForm, type EdgeForm } from "./forms/edge-form.ts";
import { createLossTally, type LossTally } from "./tracker/loss-tally.ts";
import { createSourceCache, type SourceCache } from "./sources/edge-source.ts";

/** All that the producer reaches outside itself: bindings, clock, chance. */
export interface Dependencies {
  config: Config;
  forms: FormCache<EdgeForm>;
  sources: SourceCache;
  kv: KVNamespace;
  leadsQueue: Queue<QueuedMessage>;
  /** What is refused, and filled honeypots. */
  tally: IntakeTally;
  /** Only in the local stack. */
  journal: Journal | null;
  /** Counts submissions by address and form; null: none is marked. */
  intakeRate: RateLimit | null;
  callbackRate: DoorRate;
  sourceRate: DoorRate;
  /** What pages' tags tell; null where it is not bound: then nothing of it is kept. No lead goes by it. */
  trackingQueue: Queue<TrackingMessage> | null;
  /** Counts beacons by address and form; null: none is refused. */
  collectRate: RateLimit | null;
  /** Beacons that nobody kept. */
  losses: LossTally;
  /** Milliseconds UTC. */
  now: () => number;
  /** A UUIDv7 at `now`. */
  newId: () => string;
}

function requireKey(masterKeys: string | null): string {
  if (masterKeys === null) throw new Error("INTAKE_MASTER_KEY is not set");
  return masterKeys;
}

/** A wrangler file from before a limiter, or the tracker's queue, has none of that name. */
export type ProducerEnv = Omit<
  Env,
  "INTAKE_RATE" | "CALLBACK_RATE" | "SOURCE_RATE" | "COLLECT_RATE" | "TRACKING_QUEUE"
> & {
  INTAKE_RATE?: RateLimit;
  CALLBACK_RATE?: RateLimit;
  SOURCE_RATE?: RateLimit;
  COLLECT_RATE?: RateLimit;
  TRACKING_QUEUE?: Queue<TrackingMessage>;
  JOURNAL?: Journal;
};

const known = new WeakMap<object, Dependencies>();

/** Reads bindings and settings once per isolate; the one place that does. Throws `InvalidSettings`. */
export function dependenciesOf(env: ProducerEnv): Dependencies {
  const seen = known.get(env);
  if (seen !== undefined) return seen;
  const created = createDependencies(env);
  known.set(env, created);
  return created;
}

function createDependencies(env: ProducerEnv): Dependencies {
  const config = readConfig({ ...env });
  const now = () => Date.now() + config.clockOffsetMs;
  let sealer: Promise<Sealer> | undefined;
  const openSeals = () => (sealer ??= createSealer(requireKey(config.intakeMasterKeys)));
  return {
    config,
    forms: createFormCache({ kv: env.KV, now, prepare: prepareForm }),
    sources: createSourceCache({ kv: env.KV, now, sealer: async () => openSeals() }),
    kv: env.KV,
    leadsQueue: env.LEADS_QUEUE,
    tally: createIntakeTally({
      send: (counts) => env.LEADS_QUEUE.send(counts, { contentType: "json" }),
      wait: (ms) => scheduler.wait(ms),
      now,
    }),
    journal: env.JOURNAL ?? null,
    intakeRate: env.INTAKE_RATE ?? null,
    callbackRate: createDoorRate({ of: "destination_id", limiter: env.CALLBACK_RATE ?? null, now }),
    sourceRate: createDoorRate({ of: "source_id", limiter: env.SOURCE_RATE ?? null, now }),
    trackingQueue: env.TRACKING_QUEUE ?? null,
    collectRate: env.COLLECT_RATE ?? null,
    losses: createLossTally({ wait: (ms) => scheduler.wait(ms) }),
    now,
    newId: () => v7({ msecs: now() }),
  };
}
