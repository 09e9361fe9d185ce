import { meteredDatabase } from "./metered-database.ts";
import { recordedQueue } from "./recorded-queue.ts";

type Bindings = Record<string, unknown>;

const known = new WeakMap<Bindings, Bindings>();

/** The bindings with databases that count and queues that can keep what they are given. Always the same for one env: Workers keep what they derive from it. */
export function meteredEnv(env: Bindings): Bindings {
  const seen = known.get(env);
  if (seen !== undefined) return seen;
  const metered = Object.entries(env).map(([name, binding]) => [name, meteredBinding(name, binding)]);
  const made = Object.fromEntries(metered) as Bindings;
  known.set(env, made);
  return made;
}

function meteredBinding(name: string, binding: unknown): unknown {
  if (typeof binding !== "object" || binding === null) return binding;
  if (binding.constructor.name === "D1Database") return meteredDatabase(binding as D1Database);
  return name.endsWith("_QUEUE") ? recordedQueue(name, binding as Queue) : binding;
}
