import { withFaults } from "./faults.ts";
import { faultyDatabase } from "./faulty-database.ts";

/** The binding behind a proxy that strikes as `/__faults` says; plain variables stay as they are. */
export function faultyBinding(name: string, binding: unknown): unknown {
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
