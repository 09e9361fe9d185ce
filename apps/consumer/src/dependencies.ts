import type { DeliverySettlement } from "@leadrelay/contracts/delivery-settlement";
import type { DeliveryWakeup } from "@leadrelay/contracts/delivery-wakeup";
import type { DeliveryRun } from "@leadrelay/contracts/delivery-run";
import type { ReplayStep } from "@leadrelay/contracts/replay-step";
import type { Journal } from "@leadrelay/contracts/journal";
import { localStackSchema, type LocalStackFacts } from "@leadrelay/contracts/local-stack";
import type { QueuedMessage } from "@leadrelay/contracts/queued-message";
import type { SweepContinuation } from "@leadrelay/contracts/sweep-continuation";
import { idStocks, type IdStock } from "@leadrelay/db/intake/id-stock";
import { lookUpHost, type LookUpHost } from "@leadrelay/delivery/guarded-fetch/look-up-host";
import { rememberHosts } from "@leadrelay/delivery/guarded-fetch/remember-hosts";
import type { EmailBinding } from "@leadrelay/delivery/send-by-binding";
import { knownShapes, type KnownShapes } from "@leadrelay/delivery/shapes/known-shapes";
import { createPseudonyms } from "@leadrelay/signing/pseudonyms";
import { createCallbackSigner, type CallbackSigner } from "@leadrelay/signing/callbacks/callback-signer";
import { createSealer, type Sealer } from "@leadrelay/signing/seal";
import { v7 } from "uuid";
import { readConfig, type Config } from "./config.ts";
import { openMemoryCalls, type MemoryCalls } from "./outage/memory-calls.ts";
import { createUnanswered, type Unanswered } from "./submissions/unanswered.ts";

/** All that the consumer reaches outside itself: bindings, clock, chance, network. */
export interface Dependencies {
  config: Config;
  kv: KVNamespace;
  /** Forms, clients, destinations and lists. */
  control: D1Database;
  /** A client's lead database by its binding name; throws when there is no such binding. */
  leadDatabase: (binding: string) => D1Database;
  /** Ids reserved in a lead database, by its binding name, and not used yet. */
  idStock: (binding: string) => IdStock;
  /** The names of every bound database, for sweeps, which no message tells where to look. */
  leadDatabaseNames: readonly string[];
  /** Bindings that wrangler.consumer.toml should name and does not. */
  missingBindings: readonly string[];
  leadsQueue: Queue<QueuedMessage>;
  deliveriesQueue: DeliveriesQueue;
  /** For slow destinations, so that they hold up no other; null where it is not bound: then `deliveriesQueue` has them all. */
  slowDeliveriesQueue: DeliveriesQueue | null;
  /** What this isolate has sent and waits for. */
  unanswered: Unanswered;
  /** What it knows of the shapes of answers. */
  knownShapes: KnownShapes;
  /** Only in the local stack. */
  journal: Journal | null;
  /** What only its process knows; likewise. Undefined where it does not tell. */
  localStack: (() => Promise<LocalStackFacts | undefined>) | null;
  sealer: () => Promise<Sealer>;
  /** Seals what the edge must open; null where INTAKE_MASTER_KEY is not set. */
  intakeSealer: (() => Promise<Sealer>) | null;
  /** Makes and checks the tokens of callbacks. */
  callbackSigner: () => Promise<CallbackSigner>;
  /** A name for a text that must not be read where it is kept; see `createPseudonyms`. */
  pseudonym: (text: string) => Promise<string>;
  fetch: typeof fetch;
  /** The admin UI's files; null where it was not built. */
  assets: Fetcher | null;
  /** For destinations of the kind that it sends to; null where it is not bound. */
  sendEmail: EmailBinding | null;
  /** Where a destination's name leads, as far as this isolate knows; null where that is not asked. */
  lookUpHost: LookUpHost | null;
  /** Milliseconds UTC. */
  now: () => number;
  /** Once it is so late, ms UTC, no lead is sent directly any more; an invocation that may send says when. */
  sendDirectlyUntil: number;
  /** To remember who was sent; an invocation that may send says how many. */
  memoryCalls: MemoryCalls;
  /** 0 ≤ x < 1. */
  random: () => number;
  /** From a cryptographic source. */
  randomBytes: (length: number) => Uint8Array;
  /** Resolves after so many ms. */
  wait: (ms: number) => Promise<void>;
  /** A UUIDv7 at `now`. */
  newId: () => string;
}

/** What both queues of deliveries carry. */
export type DeliveriesQueue = Queue<
  DeliveryWakeup | DeliveryRun | DeliverySettlement | ReplayStep | SweepContinuation
>;

/** An installation of before the second queue works without it. */
export type ConsumerEnv = Omit<Env, "SLOW_DELIVERIES_QUEUE" | "ASSETS"> & {
  ASSETS?: Fetcher;
  JOURNAL?: Journal;
  LOCAL_STACK?: Fetcher;
  SLOW_DELIVERIES_QUEUE?: DeliveriesQueue;
  SEND_EMAIL?: SendEmail;
};

const known = new WeakMap<object, Dependencies>();

/** Reads bindings and settings once per isolate; the one place that does. Throws `InvalidSettings`. */
export function dependenciesOf(env: ConsumerEnv): Dependencies {
  const seen = known.get(env) ?? createDependencies(env);
  known.set(env, seen);
  return seen;
}

function createDependencies(env: ConsumerEnv): Dependencies {
  const config = readConfig({ ...env });
  const now = () => Date.now() + config.clockOffsetMs;
  let sealer: Promise<Sealer> | undefined;
  let intakeSealer: Promise<Sealer> | undefined;
  const { intakeMasterKeys } = config;
  let signer: Promise<CallbackSigner> | undefined;
  let pseudonyms: ReturnType<typeof createPseudonyms> | undefined;
  return {
    config,
    kv: env.KV,
    control: env.DB,
    leadDatabase: (binding) => getDatabase(env, binding),
    missingBindings: ["DB", "KV", "LEADS_QUEUE", "DELIVERIES_QUEUE"].filter(
      (name) => typeof Reflect.get(env, name) !== "object",
    ),
    idStock: idStocks(),
    leadDatabaseNames: Object.keys(env).filter((name) => findDatabase(env, name) !== undefined),
    leadsQueue: env.LEADS_QUEUE,
    deliveriesQueue: env.DELIVERIES_QUEUE,
    slowDeliveriesQueue: env.SLOW_DELIVERIES_QUEUE ?? null,
    unanswered: createUnanswered(),
    knownShapes: knownShapes(),
    journal: env.JOURNAL ?? null,
    localStack: askingLocalStack(env.LOCAL_STACK),
    sealer: () => (sealer ??= createSealer(config.masterKeys)),
    intakeSealer: intakeMasterKeys === null ? null : () => (intakeSealer ??= createSealer(intakeMasterKeys)),
    callbackSigner: () => (signer ??= createCallbackSigner(config.masterKeys)),
    pseudonym: async (text) => (await (pseudonyms ??= createPseudonyms(config.masterKeys)))(text),
    fetch: (input, init) => fetch(input, init),
    assets: env.ASSETS ?? null,
    sendEmail: env.SEND_EMAIL ?? null,
    lookUpHost: config.checksDestinationDns ? rememberHosts((host) => lookUpHost(host, fetch), now) : null,
    now,
    sendDirectlyUntil: Number.POSITIVE_INFINITY,
    memoryCalls: openMemoryCalls(0),
    random: Math.random,
    randomBytes: (length) => crypto.getRandomValues(new Uint8Array(length)),
    wait: (ms) => scheduler.wait(ms),
    newId: () => v7({ msecs: now() }),
  };
}

function getDatabase(env: ConsumerEnv, binding: string): D1Database {
  const found = findDatabase(env, binding);
  if (found === undefined)
    throw new Error(`There is no D1 binding named ${binding}: add it to wrangler.consumer.toml`);
  return found;
}

/** A service binding answers to any name, `batch` too; but it can `fetch`, as no database can. */
function findDatabase(env: ConsumerEnv, binding: string): D1Database | undefined {
  const found: unknown = Reflect.get(env, binding);
  return isDatabase(found) ? found : undefined;
}

function isDatabase(binding: unknown): binding is D1Database {
  if (typeof binding !== "object" || binding === null) return false;
  const { batch, fetch } = binding as { batch?: unknown; fetch?: unknown };
  return typeof batch === "function" && typeof fetch !== "function";
}

function askingLocalStack(stack: Fetcher | undefined): Dependencies["localStack"] {
  if (stack === undefined) return null;
  return async () => {
    try {
      const answer = await stack.fetch("http://local-stack/facts");
      return localStackSchema.safeParse(await answer.json()).data;
    } catch {
      return undefined;
    }
  };
}
