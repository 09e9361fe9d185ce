import { withFaults } from "./faults.ts";
import { faultyDatabase } from "./faulty-database.ts";
import type { LocalEnv } from "./local-env.ts";

const seen = new WeakMap<LocalEnv, LocalEnv>();

/** The same bindings behind proxies that strike as `/__faults` says; one per env, because Workers key caches by it. */
export function faultyEnv(env: LocalEnv): LocalEnv {
  const known = seen.get(env);
  if (known !== undefined) return known;
  const entries = Object.entries(env).map(([name, binding]) => [name, faultyBinding(name, binding)]);
  const faulty = Object.fromEntries(entries) as LocalEnv;
  seen.set(env, faulty);
  return faulty;
}

function faultyBinding(name: string, binding: unknown): unknown {
  if (typeof binding !== "object" || binding === null) return binding;
  // Asked by class, because a service binding claims to have every method: each may be one of its RPC target's.
  if (binding.constructor.name === "D1Database") return faultyDatabase(name, binding as D1Database);
  const message = name.endsWith("QUEUE")
    ? "Queue send failed: Bad Gateway"
    : `${name} failed: 500 Internal Server Error`;
  const methods = binding as Record<string, (...args: unknown[]) => Promise<unknown>>;
  return new Proxy(binding, {
    get(_target, key) {
      if (typeof key !== "string") return undefined;
      // An RPC target has no plain methods to bind: it must be called as target[key](…).
      return (...args: unknown[]) => withFaults(name, key, message, async () => methods[key]?.(...args));
    },
  });
}
